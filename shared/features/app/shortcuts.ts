import type { CommandId } from './app-state.ts'

export type KeyPlatform = 'win' | 'mac'

export interface Shortcut {
  /** As Electron writes them: `Ctrl+Shift+N`, `Cmd+[`. The first is shown; null where there is none. */
  readonly win: string | null
  readonly mac: string | null
  /** Also answered, never shown. */
  readonly alsoWin?: readonly string[]
  readonly alsoMac?: readonly string[]
  /** Where the shortcut sheet lists it. */
  readonly group: 'everywhere' | 'lists' | 'customer'
  /** Key of its name in the locale files. */
  readonly label: `commands.${CommandId}`
}

function shortcut(group: Shortcut['group'], id: CommandId, win: string | null, mac: string | null, also: Also = {}): Shortcut {
  return { win, mac, ...also, group, label: `commands.${id}` }
}
type Also = Pick<Shortcut, 'alsoWin' | 'alsoMac'>

/** The one table of keys (ux.md 5): menu, key handling and shortcut sheet read it. Linux has the keys of Windows. */
export const shortcuts: Readonly<Record<CommandId, Shortcut>> = {
  find: shortcut('everywhere', 'find', 'Ctrl+K', 'Cmd+K'),
  'new-contact': shortcut('everywhere', 'new-contact', 'Ctrl+Shift+N', 'Cmd+Shift+N', {
    alsoWin: ['Ctrl+N'],
    alsoMac: ['Cmd+N'],
  }),
  import: shortcut('everywhere', 'import', null, null),
  save: shortcut('customer', 'save', 'Ctrl+S', 'Cmd+S', { alsoWin: ['Ctrl+Enter'], alsoMac: ['Cmd+Enter'] }),
  'open-in-window': shortcut('lists', 'open-in-window', 'Shift+Enter', 'Shift+Enter'),
  'edit-record': shortcut('customer', 'edit-record', 'Ctrl+E', 'Cmd+E'),
  'edit-cell': shortcut('lists', 'edit-cell', 'F2', 'F2'),
  'trash-record': shortcut('customer', 'trash-record', 'Delete', 'Cmd+Backspace'),
  undo: shortcut('everywhere', 'undo', 'Ctrl+Z', 'Cmd+Z'),
  redo: shortcut('everywhere', 'redo', 'Ctrl+Y', 'Cmd+Shift+Z'),
  lock: shortcut('everywhere', 'lock', 'Ctrl+L', 'Cmd+L'),
  'toggle-sidebar': shortcut('everywhere', 'toggle-sidebar', 'Ctrl+B', 'Ctrl+Cmd+S'),
  'filter-list': shortcut('lists', 'filter-list', 'Ctrl+F', 'Cmd+F'),
  'next-pane': shortcut('everywhere', 'next-pane', 'F6', 'F6'),
  'previous-pane': shortcut('everywhere', 'previous-pane', 'Shift+F6', 'Shift+F6'),
  'next-record': shortcut('lists', 'next-record', 'Alt+PageDown', 'Alt+PageDown'),
  'previous-record': shortcut('lists', 'previous-record', 'Alt+PageUp', 'Alt+PageUp'),
  'next-tab': shortcut('customer', 'next-tab', 'Ctrl+Tab', 'Ctrl+Tab'),
  'previous-tab': shortcut('customer', 'previous-tab', 'Ctrl+Shift+Tab', 'Ctrl+Shift+Tab'),
  'go-1': shortcut('everywhere', 'go-1', 'Ctrl+1', 'Cmd+1'),
  'go-2': shortcut('everywhere', 'go-2', 'Ctrl+2', 'Cmd+2'),
  'go-3': shortcut('everywhere', 'go-3', 'Ctrl+3', 'Cmd+3'),
  'go-back': shortcut('everywhere', 'go-back', 'Alt+Left', 'Cmd+['),
  'go-forward': shortcut('everywhere', 'go-forward', 'Alt+Right', 'Cmd+]'),
  'copy-phone': shortcut('customer', 'copy-phone', 'Ctrl+Shift+P', 'Cmd+Shift+P'),
  settings: shortcut('everywhere', 'settings', 'Ctrl+,', 'Cmd+,'),
  shortcuts: shortcut('everywhere', 'shortcuts', 'Ctrl+/', 'Cmd+/', { alsoWin: ['F1'], alsoMac: ['Cmd+Shift+/'] }),
  'zoom-in': shortcut('everywhere', 'zoom-in', 'Ctrl+Plus', 'Cmd+Plus', { alsoWin: ['Ctrl+='], alsoMac: ['Cmd+='] }),
  'zoom-out': shortcut('everywhere', 'zoom-out', 'Ctrl+-', 'Cmd+-'),
  'zoom-reset': shortcut('everywhere', 'zoom-reset', 'Ctrl+0', 'Cmd+0'),
  refresh: shortcut('lists', 'refresh', 'F5', 'Cmd+R'),
}

/** The keys shown for a command; null where it has none. */
export function keysOf(id: CommandId, platform: KeyPlatform): string | null {
  return shortcuts[id][platform]
}

/** Every accelerator that a command answers, the shown one first. */
export function allKeysOf(id: CommandId, platform: KeyPlatform): readonly string[] {
  const { win, mac, alsoWin = [], alsoMac = [] } = shortcuts[id]
  const shown = platform === 'win' ? win : mac
  return [...(shown === null ? [] : [shown]), ...(platform === 'win' ? alsoWin : alsoMac)]
}
