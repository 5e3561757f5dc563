import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { stepZoom } from '../../../shared/features/app/zoom-steps.ts'
import { on } from '../../kernel/client.ts'
import { runCommand } from '../../kernel/command-registry.ts'
import { paths } from '../../kernel/paths.ts'
import { setPreferences, usePreferences } from '../../kernel/preferences-store.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { lockVault } from '../vault/vault-state-store.ts'
import { watchKeyboard } from './keyboard.ts'
import { cyclePane } from './pane-cycle.ts'
import { useShell } from './shell-store.ts'

/** Everything that menu, keys and quick find can do on every page. Screens register what is theirs on top of it. */
export function useShellCommands(): void {
  const navigate = useNavigate()
  const go = (to: string) => () => void navigate(to)
  const toggleSidebar = useSidebarToggle()
  useCommand('find', () => useShell.setState({ findOpen: true }))
  useCommand('shortcuts', () => useShell.setState({ shortcutsOpen: true }))
  useCommand('new-contact', go(paths.newCustomer))
  useCommand('import', go(paths.import))
  useCommand('settings', go(paths.settings))
  useCommand('go-1', go(paths.customers))
  useCommand('go-2', go(paths.trash))
  useCommand('go-3', go(paths.settings))
  useCommand('go-back', () => void navigate(-1))
  useCommand('go-forward', () => void navigate(1))
  useCommand('lock', () => void lockVault())
  useCommand('toggle-sidebar', toggleSidebar)
  useCommand('next-pane', () => cyclePane(1))
  useCommand('previous-pane', () => cyclePane(-1))
  useCommand('zoom-in', () => zoom(1))
  useCommand('zoom-out', () => zoom(-1))
  useCommand('zoom-reset', () => void setPreferences({ zoom: 100 }))
  useEffect(() => watchKeyboard(), [])
  useEffect(() => on('app.command', ({ command }) => void runCommand(command)), [])
}

/** Collapses or expands the sidebar; where there is no room beside the page, shows it over the page. */
export function useSidebarToggle(): () => void {
  const layout = useLayoutWidth()
  const collapsed = usePreferences(state => state.sidebarCollapsed)
  return () => {
    if (layout === 'wide') void setPreferences({ sidebarCollapsed: !collapsed })
    else useShell.setState(({ sidebarOver }) => ({ sidebarOver: !sidebarOver }))
  }
}

function zoom(direction: 1 | -1): void {
  void setPreferences({ zoom: stepZoom(usePreferences.getState().zoom, direction) })
}
