import { useSyncExternalStore } from 'react'

/** Whether a media query holds, followed while it changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    listener => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
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
