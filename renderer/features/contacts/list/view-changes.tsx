import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { Button } from '../../../ui/button.tsx'
import { useListView } from './list-view-store.ts'
import { revertView, saveView } from './list-views.ts'
import { openViewDialog } from './view-dialog.tsx'

/** Says that a view was changed, and offers to keep or to drop that. */
export function ViewChanges() {
  const { t } = useText()
  const { key, views } = useListView()
  const own = shownValue(views)?.find(view => view.id === key && view.isMine)
  return (
    <span className="view-changes">
      {key !== 'all' && <span className="meta">{t('lists:view.edited')}</span>}
      {own === undefined ? (
        <Button size="small" kind="quiet" onClick={() => openViewDialog({ kind: 'new' })}>
          {t('lists:view.saveAs')}
        </Button>
      ) : (
        <Button size="small" kind="quiet" onClick={() => void saveView(own)}>
          {t('lists:view.save')}
        </Button>
      )}
      {key !== 'all' && (
        <Button size="small" kind="quiet" onClick={() => void revertView()}>
          {t('lists:view.revert')}
        </Button>
      )}
    </span>
  )
}
