import type { ContactId } from './contact.ts'

/** Under which key a customer form's unsaved text is sealed; null for the form of a new customer. */
export function contactDraftKey(id: ContactId | null): string {
  return `contact:${id ?? 'new'}`
}
