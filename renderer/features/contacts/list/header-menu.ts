import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import type { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import type { MenuItem } from '../../../ui/menu-button.tsx'
import { queryContacts } from '../contact-list-store.ts'
import { editRule } from './filter-editor-store.ts'
import { filterTargetOf, moveColumn, sortOf } from './list-columns.ts'
import { useListView } from './list-view-store.ts'
import { chooseColumns } from './list-views.ts'
import { directionWords } from './order-words.ts'

interface HeaderMenuSetting {
  readonly t: Translate
  readonly fields: readonly CustomField[]
  readonly sort: ContactSort
  /** The header of the column, where the box for its filter stands. */
  readonly headerOf: (column: ListColumn) => Element | null
}

/** What a column's header offers: its filter first, its two orders, its place. */
export function headerMenu(setting: HeaderMenuSetting, column: ListColumn, title: string): readonly MenuItem[] {
  const { t, headerOf } = setting
  const filter = () => {
    const header = headerOf(column)
    if (header !== null) editRule(header, { target: filterTargetOf(column) })
  }
  return [
    { id: 'filter', label: t('lists:head.filter', { column: title }), icon: 'filter', run: filter },
    ...orderItems(setting, column),
    ...(column === 'name' ? [] : placeItems(t, column)),
  ]
}

function orderItems({ t, fields, sort }: HeaderMenuSetting, column: ListColumn): readonly MenuItem[] {
  const by = sortOf(column)
  if (by === null) return []
  return (['asc', 'desc'] as const).map(dir => ({
    id: dir,
    label: t('lists:head.sort', { direction: directionWords(t, fields, { by, dir }) }),
    checked: sort.by === by && sort.dir === dir,
    ...(dir === 'asc' ? { divided: true } : {}),
    run: () => void queryContacts({ sort: { by, dir } }),
  }))
}

function placeItems(t: Translate, column: ListColumn): readonly MenuItem[] {
  const move = (by: -1 | 1) => void chooseColumns(moveColumn(useListView.getState().now.columns, column, by))
  const hide = () => void chooseColumns(useListView.getState().now.columns.filter(one => one !== column))
  return [
    { id: 'left', label: t('lists:head.left'), icon: 'arrow-left', divided: true, run: () => move(-1) },
    { id: 'right', label: t('lists:head.right'), icon: 'arrow-right', run: () => move(1) },
    { id: 'hide', label: t('lists:head.hide'), icon: 'eye-off', run: hide },
  ]
}
