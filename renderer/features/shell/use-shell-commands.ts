import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { on } from '../../kernel/client.ts'
import { paths } from '../../kernel/paths.ts'
import { setPreferences, usePreferences } from '../../kernel/preferences-store.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { useShell } from './shell-store.ts'
import { useFrameCommands } from './use-frame-commands.ts'

/** Everything that menu, keys and quick find can do on every page. Screens register what is theirs on top of it. */
export function useShellCommands(): void {
  const navigate = useNavigate()
  const go = (to: string) => () => void navigate(to)
  const toggleSidebar = useSidebarToggle()
  useFrameCommands()
  useCommand('new-contact', go(paths.newCustomer))
  useCommand('import', go(paths.import))
  useCommand('settings', go(paths.settings))
  useCommand('go-1', go(paths.customers))
  useCommand('go-2', go(paths.trash))
  useCommand('go-3', go(paths.settings))
  useCommand('toggle-sidebar', toggleSidebar)
  const showPage = useEffectEvent((path: string) => void navigate(path))
  // asked for in the window of a customer
  useEffect(() => on('app.showPage', ({ path }) => showPage(path)), [])
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
