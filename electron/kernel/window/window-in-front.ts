import type { BrowserWindow } from 'electron'

/** Which of the program's windows a menu entry, a dialog or a printed page is about. */
export interface WindowInFront {
  readonly noteFocus: (window: BrowserWindow) => void
  /** The one with the focus, else (a menu or another program has it) the one that had it last, else the first. */
  readonly current: () => BrowserWindow | null
}

export function createWindowInFront(all: () => readonly BrowserWindow[]): WindowInFront {
  let last: number | null = null
  return {
    noteFocus: window => {
      last = window.id
    },
    current: () => {
      const windows = all()
      return windows.find(one => one.isFocused()) ?? windows.find(one => one.id === last) ?? windows[0] ?? null
    },
  }
}
