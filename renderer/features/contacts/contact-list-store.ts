import type { ContactSort } from '../../../shared/features/contacts/contact-contract.ts'
import { call } from '../../kernel/client.ts'
import { createPagedList } from './paged-list.ts'

export interface ContactQuery {
  readonly search: string
  readonly sort: ContactSort
}

export const contactList = createPagedList<ContactQuery>({ search: '', sort: 'recent' }, (query, page) =>
  call('contacts.list', { ...query, ...page }),
)
export const useContactList = contactList.useStore

/** Asks for other rows; an unchanged question is not asked again. */
export async function queryContacts(change: Partial<ContactQuery>): Promise<void> {
  const { query } = useContactList.getState()
  const next = { ...query, ...change }
  if (next.search !== query.search || next.sort !== query.sort) await contactList.change(next)
}
