import type { Contact } from '../../shared/features/contacts/contact.ts'
import { createVaultStore } from './vault-store.ts'

/** What was typed in quick find and belongs into the form for a new customer. Never in the address: it is personal data. */
export type ContactPrefill = Readonly<{ name: Contact['name']; phone: string }>

const usePrefill = createVaultStore<{ readonly prefill: ContactPrefill | null }>(() => ({ prefill: null }))

export function setContactPrefill(prefill: ContactPrefill): void {
  usePrefill.setState({ prefill })
}

/** Hands it over once; null when there is none. */
export function takeContactPrefill(): ContactPrefill | null {
  const { prefill } = usePrefill.getState()
  usePrefill.setState({ prefill: null })
  return prefill
}
