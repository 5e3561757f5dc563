import type { OfferedCommands } from './app-main-handlers.ts'

const nothing: OfferedCommands = { enabled: [], undoLabel: '', redoLabel: '' }

/** What each window says that it can do: there is one menu, and it is about the window in front. */
export interface OfferedMenu {
  readonly take: (commands: OfferedCommands, contentsId: number) => void
  /** Nothing for a window that has said nothing yet. */
  readonly offered: () => OfferedCommands
  readonly forget: () => void
}

export function createOfferedMenu(windowInFront: () => number | null): OfferedMenu {
  const byWindow = new Map<number, OfferedCommands>()
  return {
    take: (commands, contentsId) => void byWindow.set(contentsId, commands),
    offered: () => byWindow.get(windowInFront() ?? Number.NaN) ?? nothing,
    forget: () => byWindow.clear(),
  }
}
