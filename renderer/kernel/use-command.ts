import { useEffect, useEffectEvent } from 'react'
import type { CommandId } from '../../shared/features/app/app-state.ts'
import { registerCommand } from './command-registry.ts'

/**
 * Answers a command of menu, keyboard and quick find while the component is on screen. The newest component wins,
 * so a dialog's `save` comes before the page's. With `enabled` false the menu shows it greyed out.
 */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const runNewest = useEffectEvent(run)
  useEffect(() => registerCommand(id, { run: () => runNewest(), enabled }), [id, enabled])
}
