import { useSyncExternalStore } from 'react'

/** Whether a media query holds, followed while it changes. */
export function useMediaQuery(query: string): boolean {
  const { follow, holds } = watched(query)
  return useSyncExternalStore(follow, holds)
}

const watches = new Map<string, ReturnType<typeof watch>>()

/** One for each of the few queries there are, and always the same functions: nothing is listened to anew when something is drawn. */
function watched(query: string): ReturnType<typeof watch> {
  const known = watches.get(query) ?? watch(query)
  watches.set(query, known)
  return known
}

function watch(query: string) {
  const list = window.matchMedia(query)
  return {
    follow: (listener: () => void) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    holds: () => list.matches,
  }
}

/**
 * How much fits (ux.md 4): `wide` sidebar, list and detail; `medium` icons, list and detail; `narrow` icons and one
 * pane; `column` one column.
 */
export type LayoutWidth = 'wide' | 'medium' | 'narrow' | 'column'

export function useLayoutWidth(): LayoutWidth {
  const wide = useMediaQuery('(min-width: 1280px)')
  const medium = useMediaQuery('(min-width: 1024px)')
  const narrow = useMediaQuery('(min-width: 720px)')
  if (wide) return 'wide'
  if (medium) return 'medium'
  return narrow ? 'narrow' : 'column'
}
