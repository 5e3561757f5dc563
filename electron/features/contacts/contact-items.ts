import type { ContactDraft } from '../../../shared/features/contacts/contact.ts'
import type { ChangeValues } from '../../kernel/changes/change.ts'
import type { ContactRecord } from './contact-records.ts'

/** One phone, e-mail, address or handle of a draft, as columns. */
export interface DraftItem {
  /** Null for a new one. */
  readonly id: string | null
  readonly values: ChangeValues
}

export interface StoredItem {
  readonly id: string
  readonly position: number
  readonly values: ChangeValues
}

export const itemTables = {
  phones: 'contact_phone',
  emails: 'contact_email',
  addresses: 'contact_address',
  handles: 'contact_handle',
} as const
export type ItemList = keyof typeof itemTables
export const itemLists = ['phones', 'emails', 'addresses', 'handles'] as const satisfies readonly ItemList[]

/** The items of one list of a draft in their order; exactly one is preferred, the first if none was marked. */
export function draftItems(draft: ContactDraft, list: ItemList): readonly DraftItem[] {
  const items = draft[list]
  const preferred = Math.max(
    0,
    items.findIndex(item => item.preferred),
  )
  return items.map(({ id, ...values }, index) => ({ id, values: { ...values, preferred: index === preferred ? 1 : 0 } }))
}

export function storedItems(record: ContactRecord, list: ItemList): readonly StoredItem[] {
  return record[list].map(({ id, position, ...values }) => ({ id, position, values }))
}
