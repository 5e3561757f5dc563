import { useEffect } from 'react'
import { Outlet } from 'react-router'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import { useText } from '../../kernel/i18n.ts'
import { usePreferences } from '../../kernel/preferences-store.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { QuickFind } from '../find/quick-find.tsx'
import { watchJobs } from '../jobs/job-store.ts'
import { UndoBar } from '../undo/undo-bar.tsx'
import { useUndoCommands } from '../undo/use-undo-commands.ts'
import { watchActivity } from '../vault/idle-watch.ts'
import { LockWarning } from '../vault/lock-warning.tsx'
import { useVault } from '../vault/vault-state-store.ts'
import { Notices } from './notices.tsx'
import { useShell } from './shell-store.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { SideBar } from './side-bar.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useMenuSync } from './use-menu-sync.ts'
import { useShellCommands } from './use-shell-commands.ts'
import './shell.css'

type OpenVault = Extract<VaultState, { state: 'unlocked' }>

/** The frame around every page of an open vault. */
export function ShellFrame() {
  const vault = useVault(state => state.vault)
  return vault?.state === 'unlocked' ? <OpenFrame vault={vault} /> : null
}

function OpenFrame({ vault }: { readonly vault: OpenVault }) {
  const { t } = useText()
  useShellCommands()
  useUndoCommands()
  useMenuSync()
  useEffect(() => watchActivity(), [])
  useEffect(() => watchJobs(), [])
  const shape = useSidebarShape()
  const over = useShell(state => state.sidebarOver) && shape !== 'full'
  return (
    <div className="shell" data-sidebar={shape}>
      <a className="skip" href="#main" onClick={focusMain}>
        {t('shell:skip')}
      </a>
      <TopBar />
      {shape !== 'none' && (over ? <div className="side" /> : <SideBar shape={shape} />)}
      {over && <SideBar shape="over" />}
      <main id="main" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
      <StatusBar vault={vault} />
      <UndoBar />
      <Notices />
      <LockWarning />
      <FindLayer />
      <ShortcutSheet />
    </div>
  )
}

function FindLayer() {
  const open = useShell(state => state.findOpen)
  return open ? <QuickFind onClose={() => useShell.setState({ findOpen: false })} /> : null
}

function useSidebarShape(): 'full' | 'icons' | 'none' {
  const layout = useLayoutWidth()
  const collapsed = usePreferences(state => state.sidebarCollapsed)
  if (layout === 'column') return 'none'
  return layout === 'wide' && !collapsed ? 'full' : 'icons'
}

/** The address is the router's, so the jump is made by hand. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
