import { useEffect } from 'react'
import { announceSoon } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { useContactList } from './contact-list-store.ts'
import { clearSelection, useContactSelection } from './contact-selection-store.ts'

/** How many there are; while customers are ticked, what can be done with all of them. */
export function ContactListFoot({ onTrash }: { readonly onTrash: () => void }) {
  const { t } = useText()
  const selected = useContactSelection(state => state.ids.size)
  const { query, window } = useContactList()
  useEffect(() => {
    if (selected > 0) announceSoon(t('contacts:bulk.selected', { n: selected }))
  }, [selected, t])
  if (selected > 0) {
    return (
      <div className="pane-foot bulk-bar" role="toolbar" aria-label={t('contacts:bulk.bar')}>
        <span className="num bulk-count">{t('contacts:bulk.selected', { n: selected })}</span>
        <span className="grow" />
        <Button size="small" icon="trash" onClick={onTrash}>
          {t('contacts:bulk.trash')}
        </Button>
        <Button size="small" kind="quiet" onClick={clearSelection}>
          {t('contacts:bulk.clear')}
        </Button>
      </div>
    )
  }
  const key = query.search === '' ? 'contacts:count.all' : 'contacts:count.match'
  return (
    <div className="pane-foot">
      <span className="num">{t(key, { n: window.total })}</span>
      <span className="grow" />
      <span>{query.sort.by === 'activity' ? t('contacts:sort.footRecent') : t('contacts:sort.footName')}</span>
    </div>
  )
}
