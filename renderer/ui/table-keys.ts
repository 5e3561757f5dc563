import { isComposing } from '../kernel/composing.ts'

export type TableAction =
  /** `extend`: everything from the anchor to there is selected. */
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'open' }
  | { readonly kind: 'delete' }

interface KeyPress {
  readonly key: string
  readonly keyCode: number
  readonly isComposing?: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

interface TablePlace {
  /** Row under the cursor; -1 before the first move. */
  readonly active: number
  readonly count: number
  /** Rows that fit on screen. */
  readonly pageRows: number
}

/** What a key means in a list of rows; null when it is not for the list. */
export function tableAction(press: KeyPress, place: TablePlace): TableAction | null {
  if (isComposing(press) || press.altKey || place.count === 0) return null
  const command = press.ctrlKey || press.metaKey
  const to = target(press.key, place)
  if (to !== null) return { kind: 'move', to: Math.min(place.count - 1, Math.max(0, to)), extend: press.shiftKey }
  if (command && press.key.toLowerCase() === 'a') return { kind: 'select-all' }
  if (press.key === 'Delete' || (press.metaKey && press.key === 'Backspace')) return { kind: 'delete' }
  if (command || place.active < 0) return null
  if (press.key === ' ') return { kind: 'toggle' }
  // with Shift it is a command of its own: a second window
  return press.key === 'Enter' && !press.shiftKey ? { kind: 'open' } : null
}

function target(key: string, { active, count, pageRows }: TablePlace): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active < 0 ? 0 : active - 1
    case 'PageDown':
      return Math.max(0, active) + pageRows
    case 'PageUp':
      return Math.max(0, active) - pageRows
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
