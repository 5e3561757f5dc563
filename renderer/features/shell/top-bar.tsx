import { runCommand } from '../../kernel/command-registry.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { BrandMark, Icon } from '../../ui/icon.tsx'
import { Keys } from '../../ui/kbd.tsx'
import { useShell } from './shell-store.ts'

/** Find, lock and help: at the same place on every page. `sidebar`: the window has one. */
export function TopBar({ sidebar }: { readonly sidebar: boolean }) {
  const { t } = useText()
  const layout = useLayoutWidth()
  const over = useShell(state => state.sidebarOver)
  const findOpen = useShell(state => state.findOpen)
  const narrow = layout === 'narrow' || layout === 'column'
  return (
    <header className="top-bar" data-pane="toolbar" aria-label={t('shell:toolbar')} role="banner">
      {sidebar && (
        <IconButton
          icon="menu"
          label={t('shell:toggleSidebar')}
          aria-expanded={layout === 'wide' ? undefined : over}
          onClick={() => runCommand('toggle-sidebar')}
        />
      )}
      <span className="top-brand">
        <BrandMark size={20} />
        {layout === 'wide' && t('common:app')}
      </span>
      <button
        type="button"
        className="top-find"
        aria-haspopup="dialog"
        aria-expanded={findOpen}
        onClick={() => runCommand('find')}
      >
        <Icon name="search" />
        <span className="cut grow">{t('shell:find')}</span>
        {!narrow && <Keys keys={keyWords('find')} />}
      </button>
      <span className="grow" />
      {narrow ? (
        <IconButton icon="lock" label={t('shell:lock')} onClick={() => runCommand('lock')} />
      ) : (
        <Button kind="quiet" size="small" icon="lock" onClick={() => runCommand('lock')}>
          {t('shell:lock')}
        </Button>
      )}
      <IconButton icon="help" label={t('shell:help')} onClick={() => runCommand('shortcuts')} />
    </header>
  )
}
