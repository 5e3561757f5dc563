import { Outlet, useNavigate } from 'react-router'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import { showInMainWindow } from '../../kernel/contact-window.ts'
import { contactWindowPath, paths } from '../../kernel/paths.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { useVault } from '../vault/vault-state-store.ts'
import { FrameLayers, SkipLink, useFrameServices } from './frame-layers.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useFrameCommands } from './use-frame-commands.ts'
import './shell.css'

type OpenVault = Extract<VaultState, { state: 'unlocked' }>

/** The frame of a window about one customer: no sidebar; what it does not show comes up in the main window. */
export function ContactWindowFrame() {
  const vault = useVault(state => state.vault)
  return vault?.state === 'unlocked' ? <OpenFrame vault={vault} /> : null
}

function OpenFrame({ vault }: { readonly vault: OpenVault }) {
  useFrameCommands()
  useFrameServices()
  usePageCommands()
  return (
    <div className="shell" data-sidebar="none">
      <SkipLink />
      <TopBar sidebar={false} />
      <main id="main" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
      <StatusBar vault={vault} />
      <FrameLayers />
    </div>
  )
}

function usePageCommands(): void {
  const navigate = useNavigate()
  const goInMain = (path: string) => () => void showInMainWindow(path)
  useCommand('new-contact', () => void navigate(contactWindowPath('new')))
  useCommand('import', goInMain(paths.import))
  useCommand('settings', goInMain(paths.settings))
  useCommand('go-1', goInMain(paths.customers))
  useCommand('go-2', goInMain(paths.trash))
  useCommand('go-3', goInMain(paths.settings))
}
