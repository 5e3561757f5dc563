import { type Contact, ContactDraft } from '../../shared/features/contacts/contact.ts'

/** What the form holds when it opens on a customer. */
export function draftOf(contact: Contact): ContactDraft {
  const keys = new Set(Object.keys(ContactDraft.shape))
  const custom = contact.custom.map(({ fieldId, value }) => ({ fieldId, value }))
  return ContactDraft.parse({ ...Object.fromEntries(Object.entries(contact).filter(([key]) => keys.has(key))), custom })
}
