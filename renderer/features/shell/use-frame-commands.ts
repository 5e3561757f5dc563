import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { stepZoom } from '../../../shared/features/app/zoom-steps.ts'
import { on } from '../../kernel/client.ts'
import { runCommand } from '../../kernel/command-registry.ts'
import { setPreferences, usePreferences } from '../../kernel/preferences-store.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { lockVault } from '../vault/vault-state-store.ts'
import { watchKeyboard } from './keyboard.ts'
import { cyclePane } from './pane-cycle.ts'
import { useShell } from './shell-store.ts'

/** What menu, keys and quick find can do in every window of the program, whatever it shows. */
export function useFrameCommands(): void {
  const navigate = useNavigate()
  useCommand('find', () => useShell.setState({ findOpen: true }))
  useCommand('shortcuts', () => useShell.setState({ shortcutsOpen: true }))
  useCommand('go-back', () => void navigate(-1))
  useCommand('go-forward', () => void navigate(1))
  useCommand('lock', () => void lockVault())
  useCommand('next-pane', () => cyclePane(1))
  useCommand('previous-pane', () => cyclePane(-1))
  useCommand('zoom-in', () => zoom(1))
  useCommand('zoom-out', () => zoom(-1))
  useCommand('zoom-reset', () => void setPreferences({ zoom: 100 }))
  useEffect(() => watchKeyboard(), [])
  useEffect(() => on('app.command', ({ command }) => void runCommand(command)), [])
}

function zoom(direction: 1 | -1): void {
  void setPreferences({ zoom: stepZoom(usePreferences.getState().zoom, direction) })
}
