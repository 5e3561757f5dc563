import { useEffect, useState } from 'react'
import type { EventPayload } from '../../../../shared/contract.ts'
import { type SavedView, systemViewKeys } from '../../../../shared/features/views/saved-view.ts'
import { isSystemView } from '../../../../shared/features/views/system-views.ts'
import { type Translate, useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type MenuItem, PopoverMenu } from '../../../ui/menu-button.tsx'
import { useRecordsChanged } from '../use-records-changed.ts'
import { useListView } from './list-view-store.ts'
import { changeView, followViews, loadViews, removeView } from './list-views.ts'
import { openViewDialog } from './view-dialog.tsx'

/** Which view is open, and all others to choose. `onChoose` shows one. */
export function ViewMenu({ onChoose }: { readonly onChoose: (key: string) => void }) {
  const { t } = useText()
  const { key, views } = useListView()
  const saved = shownValue(views) ?? []
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  useEffect(() => void loadViews(), [])
  useRecordsChanged(() => void followViews(), concernsViews)
  const items = viewItems(t, { key, saved, onChoose })
  const name = viewName(t, key, saved)
  return (
    <>
      <button
        type="button"
        className="menu-opener view-opener"
        aria-label={t('lists:view.open', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className="cut">{name}</span>
        <Icon name="chevron-down" size={14} />
      </button>
      {anchor !== null && (
        <PopoverMenu anchor={anchor} label={t('lists:view.menu')} items={items} onClose={() => setAnchor(null)} />
      )}
    </>
  )
}

export function viewName(t: Translate, key: string, saved: readonly SavedView[]): string {
  if (isSystemView(key)) return t(`lists:system.${key}`)
  return saved.find(view => view.id === key)?.name ?? t('lists:system.all')
}

interface ViewItemsSetting {
  readonly key: string
  readonly saved: readonly SavedView[]
  readonly onChoose: (key: string) => void
}

function viewItems(t: Translate, { key, saved, onChoose }: ViewItemsSetting): readonly MenuItem[] {
  const open = saved.find(view => view.id === key)
  const savedItem = (view: SavedView, index: number): MenuItem => ({
    id: view.id,
    label: view.isMine ? view.name : t('lists:view.of', { name: view.name, owner: view.ownerName }),
    checked: view.id === key,
    run: () => onChoose(view.id),
    ...(index === 0 ? { divided: true } : {}),
  })
  return [
    ...systemViewKeys.map(one => ({
      id: one,
      label: t(`lists:system.${one}`),
      checked: one === key,
      run: () => onChoose(one),
    })),
    ...saved.filter(view => view.isMine).map(savedItem),
    ...saved.filter(view => !view.isMine).map(savedItem),
    { id: 'save-as', label: t('lists:view.saveAs'), icon: 'plus', divided: true, run: () => openViewDialog({ kind: 'new' }) },
    ...(open?.isMine === true ? ownItems(t, open) : []),
  ]
}

/** What its maker can do with the view that is open. */
function ownItems(t: Translate, view: SavedView): readonly MenuItem[] {
  return [
    { id: 'change', label: t('lists:view.change'), icon: 'edit', run: () => openViewDialog({ kind: 'change', view }) },
    {
      id: 'pin',
      label: view.pinned ? t('lists:view.unpin') : t('lists:view.pin'),
      icon: 'pin',
      run: () => void changeView(view, { pinned: !view.pinned }),
    },
    { id: 'remove', label: t('lists:view.remove'), icon: 'trash', danger: true, run: () => void removeView(view) },
  ]
}

function concernsViews(event: EventPayload<'records.changed'>): boolean {
  return event.tables.includes('saved_view')
}
