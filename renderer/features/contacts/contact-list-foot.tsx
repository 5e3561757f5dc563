import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { useFields } from '../fields/field-store.ts'
import { queryContacts, sortByRelevance, useContactList } from './contact-list-store.ts'
import { useContactSelection } from './contact-selection-store.ts'
import { BulkBar } from './list/bulk-bar.tsx'
import { isEverybody } from './list/list-view-store.ts'
import { directionChoice, firstDirection, footOrderWords, sortableBy, sortTitle } from './list/order-words.ts'
import { tickedCount } from './selection-change.ts'

/** How many there are and in which order; while customers are ticked, what can be done with all of them. */
export function ContactListFoot({ onTrash }: { readonly onTrash: () => void }) {
  const { t } = useText()
  const total = useContactList(state => state.window.total)
  const isTicked = useContactSelection(state => tickedCount(state.ticked, total) > 0)
  const shown = useContactList(state => state.shown)
  if (isTicked) return <BulkBar onTrash={onTrash} />
  return (
    <div className="pane-foot">
      <span className="num">{t(isEverybody(shown) ? 'contacts:count.all' : 'contacts:count.match', { n: total })}</span>
      <span className="grow" />
      <OrderMenu />
    </div>
  )
}

/** The order in words, and every other one to choose, those of columns too that are not shown. */
function OrderMenu() {
  const { t } = useText()
  const fields = useFields()
  const { sort, search } = useContactList(state => state.query)
  const columns: readonly MenuItem[] = sortableBy(fields).map((by, index) => ({
    id: by,
    label: sortTitle(t, fields, by),
    checked: sort.by === by,
    ...(index === 0 ? { divided: true } : {}),
    run: () => void queryContacts({ sort: { by, dir: sort.by === by ? sort.dir : firstDirection(fields, by) } }),
  }))
  const directions: readonly MenuItem[] = (['asc', 'desc'] as const).map(dir => ({
    id: dir,
    label: directionChoice(t, fields, { by: sort.by, dir }),
    checked: sort.dir === dir,
    run: () => void queryContacts({ sort: { by: sort.by, dir } }),
  }))
  const relevance: MenuItem = {
    id: 'relevance',
    label: t('lists:order.relevance'),
    checked: sort.by === 'relevance',
    run: () => void sortByRelevance(),
  }
  return (
    <MenuButton
      className="order-menu"
      label={t('lists:order.menu')}
      namedByContent
      side="above"
      align="end"
      items={[...(search === '' ? [] : [relevance]), ...(sort.by === 'relevance' ? [] : directions), ...columns]}
    >
      <span className="cut">{footOrderWords(t, fields, sort)}</span>
      <Icon name="chevron-down" size={12} />
    </MenuButton>
  )
}
