import { create } from 'zustand'
import { type CommandId, commandIds } from '../../shared/features/app/app-state.ts'

export interface CommandHandler {
  readonly run: () => void
  /** False greys the menu entry out and lets the key pass on to the page. */
  readonly enabled: boolean
}

interface CommandState {
  /** The handlers by command, the newest last: the screen in front answers. */
  readonly handlers: ReadonlyMap<CommandId, readonly CommandHandler[]>
}

export const useCommandRegistry = create<CommandState>(() => ({ handlers: new Map() }))

/** Answers the command from now on, before all who registered earlier; returns the function that ends it. */
export function registerCommand(id: CommandId, handler: CommandHandler): () => void {
  change(id, list => [...list, handler])
  return () => change(id, list => list.filter(one => one !== handler))
}

/** Runs the newest handler; false when nobody answers or it is not possible now. */
export function runCommand(id: CommandId): boolean {
  const handler = useCommandRegistry.getState().handlers.get(id)?.at(-1)
  if (handler?.enabled !== true) return false
  handler.run()
  return true
}

export function isCommandEnabled(handlers: CommandState['handlers'], id: CommandId): boolean {
  return handlers.get(id)?.at(-1)?.enabled === true
}

/** What the menu may offer now. */
export function enabledCommands(handlers: CommandState['handlers']): CommandId[] {
  return commandIds.filter(id => isCommandEnabled(handlers, id))
}

function change(id: CommandId, edit: (list: readonly CommandHandler[]) => readonly CommandHandler[]): void {
  useCommandRegistry.setState(({ handlers }) => ({ handlers: new Map(handlers).set(id, edit(handlers.get(id) ?? [])) }))
}
