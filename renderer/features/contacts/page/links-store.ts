import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { ContactLink } from '../../../../shared/features/contacts/contact-link.ts'
import { call } from '../../../kernel/client.ts'
import { createVaultStore } from '../../../kernel/create-vault-store.ts'
import { fromResult, idle, type Loadable, toLoading } from '../../../kernel/loadable.ts'

interface LinksState {
  readonly id: ContactId | null
  readonly links: Loadable<readonly ContactLink[]>
}

/** The links of the customer whose page is shown. */
export const useLinks = createVaultStore<LinksState>(() => ({ id: null, links: idle }))

let asked = 0

/** Asks for a customer's links; those shown stay meanwhile when they are the same customer's. */
export async function loadLinks(id: ContactId): Promise<void> {
  asked += 1
  const mine = asked
  useLinks.setState(state => ({
    id,
    links: state.id === id ? toLoading(state.links) : { status: 'loading', last: null },
  }))
  const result = await call('contacts.links', { id })
  if (mine === asked) useLinks.setState({ links: fromResult(result) })
}
