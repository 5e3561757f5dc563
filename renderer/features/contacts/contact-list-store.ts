import { type ContactQuery, type ContactSort, defaultSort } from '../../../shared/features/contacts/contact-list-query.ts'
import { call } from '../../kernel/client.ts'
import { createPagedList } from './paged-list.ts'

export const byActivity: ContactSort = defaultSort
export const byName: ContactSort = { by: 'name', dir: 'asc' }

export const contactList = createPagedList<ContactQuery>({ search: '', filter: null, sort: byActivity }, (query, page) =>
  call('contacts.list', { ...query, ...page, customFields: [] }),
)
export const useContactList = contactList.useStore

/** Asks for other rows; an unchanged question is not asked again. */
export async function queryContacts(change: Partial<ContactQuery>): Promise<void> {
  const { query } = useContactList.getState()
  const next = { ...query, ...change }
  if (next.search !== query.search || next.sort !== query.sort || next.filter !== query.filter) await contactList.change(next)
}
