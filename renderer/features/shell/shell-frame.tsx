import { useEffect } from 'react'
import { Outlet } from 'react-router'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import { usePreferences } from '../../kernel/preferences-store.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { watchJobs } from '../jobs/job-store.ts'
import { useVault } from '../vault/vault-state-store.ts'
import { FrameLayers, SkipLink, useFrameServices } from './frame-layers.tsx'
import { watchPinnedViews } from './pinned-views-store.ts'
import { useShell } from './shell-store.ts'
import { SideBar } from './side-bar.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useShellCommands } from './use-shell-commands.ts'
import './shell.css'

type OpenVault = Extract<VaultState, { state: 'unlocked' }>

/** The frame around every page of an open vault. */
export function ShellFrame() {
  const vault = useVault(state => state.vault)
  return vault?.state === 'unlocked' ? <OpenFrame vault={vault} /> : null
}

function OpenFrame({ vault }: { readonly vault: OpenVault }) {
  useShellCommands()
  useFrameServices()
  useEffect(() => watchJobs(), [])
  useEffect(() => watchPinnedViews(), [])
  const shape = useSidebarShape()
  const over = useShell(state => state.sidebarOver) && shape !== 'full'
  return (
    <div className="shell" data-sidebar={shape}>
      <SkipLink />
      <TopBar sidebar />
      {shape !== 'none' && (over ? <div className="side" /> : <SideBar shape={shape} />)}
      {over && <SideBar shape="over" />}
      <main id="main" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
      <StatusBar vault={vault} />
      <FrameLayers />
    </div>
  )
}

function useSidebarShape(): 'full' | 'icons' | 'none' {
  const layout = useLayoutWidth()
  const collapsed = usePreferences(state => state.sidebarCollapsed)
  if (layout === 'column') return 'none'
  return layout === 'wide' && !collapsed ? 'full' : 'icons'
}
