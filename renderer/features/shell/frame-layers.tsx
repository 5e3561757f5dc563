import { useEffect } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { QuickFind } from '../find/quick-find.tsx'
import { UndoBar } from '../undo/undo-bar.tsx'
import { useUndoCommands } from '../undo/use-undo-commands.ts'
import { watchActivity } from '../vault/idle-watch.ts'
import { LockWarning } from '../vault/lock-warning.tsx'
import { Notices } from './notices.tsx'
import { useShell } from './shell-store.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useMenuSync } from './use-menu-sync.ts'

/** What runs behind every window of an open vault: undo, the menu, the idle clock. */
export function useFrameServices(): void {
  useUndoCommands()
  useMenuSync()
  useEffect(() => watchActivity(), [])
}

/** What lies over the page of every window. */
export function FrameLayers() {
  const findOpen = useShell(state => state.findOpen)
  return (
    <>
      <UndoBar />
      <Notices />
      <LockWarning />
      {findOpen && <QuickFind onClose={() => useShell.setState({ findOpen: false })} />}
      <ShortcutSheet />
    </>
  )
}

/** The first stop of Tab: past the toolbar and the sidebar. */
export function SkipLink() {
  const { t } = useText()
  return (
    <a className="skip" href="#main" onClick={focusMain}>
      {t('shell:skip')}
    </a>
  )
}

/** The address is the router's, so the jump is made by hand. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
