import { useText } from '../../kernel/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ShortcutTable } from '../../ui/shortcut-table.tsx'
import { useShell } from './shell-store.ts'

/** Every command and its keys, above the page. */
export function ShortcutSheet() {
  const { t } = useText()
  const open = useShell(state => state.shortcutsOpen)
  if (!open) return null
  return (
    <Dialog title={t('shell:sheet.title')} width="wide" onClose={() => useShell.setState({ shortcutsOpen: false })}>
      <ShortcutTable />
    </Dialog>
  )
}
