import type { ContactSort, SortBy } from '../../../shared/features/contacts/contact-list-query.ts'
import type { ViewDefinition } from '../../../shared/features/views/saved-view.ts'
import { call } from '../../kernel/client.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { useFieldStore } from '../fields/field-store.ts'
import { type ListQuestion, questionOf, useListView } from './list/list-view-store.ts'
import { firstDirection } from './list/order-words.ts'
import { createPagedList } from './paged-list.ts'

export const contactList = createPagedList<ListQuestion>(questionOf(useListView.getState()), ({ customFields, ...query }, page) =>
  call('contacts.list', { ...query, ...page, customFields: [...customFields] }),
)
export const useContactList = contactList.useStore

/** Changes what is searched for, filtered by or ordered by; an unchanged question is not asked again. */
export async function queryContacts(change: Partial<Pick<ViewDefinition, 'search' | 'filter' | 'sort'>>): Promise<void> {
  useListView.setState(({ now, isSortChosen }) => ({
    now: { ...now, ...change },
    isSortChosen: isSortChosen || change.sort !== undefined,
  }))
  await askForList()
}

/** A click on a column's title: orders by it, or turns the order round. */
export function sortByColumn(by: SortBy): Promise<void> {
  const { sort } = useContactList.getState().query
  const fields = shownValue(useFieldStore.getState().fields) ?? []
  const dir: ContactSort['dir'] = sort.by === by ? (sort.dir === 'asc' ? 'desc' : 'asc') : firstDirection(fields, by)
  return queryContacts({ sort: { by, dir } })
}

/** A search is ordered by how well it fits again. */
export async function sortByRelevance(): Promise<void> {
  useListView.setState({ isSortChosen: false })
  await askForList()
}

/** Takes search and filter away; the order stays. */
export function clearFilters(): Promise<void> {
  return queryContacts({ search: '', filter: null })
}

/** Asks for what the view on screen says, unless that is what was asked last; more columns keep the place in the list. */
export async function askForList(): Promise<void> {
  const { query } = useContactList.getState()
  const next = questionOf(useListView.getState())
  const { customFields: before, ...rest } = query
  const { customFields: after, ...nextRest } = next
  const isSameRows = JSON.stringify(rest) === JSON.stringify(nextRest)
  if (!isSameRows) await contactList.change(next)
  else if (after.some(id => !before.includes(id))) await contactList.amend(next)
}
