import type { ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { IconName } from '../../ui/icon-paths.ts'

/** What can be done about a customer without leaving the box. */
const customerActionIds = ['open', 'window', 'edit', 'copy-phone', 'trash'] as const
export type CustomerActionId = (typeof customerActionIds)[number]

export const actionIcons: Readonly<Record<CustomerActionId, IconName>> = {
  open: 'user',
  window: 'window',
  edit: 'edit',
  'copy-phone': 'copy',
  trash: 'trash',
}

export interface ActionRow {
  readonly kind: 'action'
  readonly key: string
  readonly id: CustomerActionId
  readonly words: string
}

/** Those that are possible for this customer and whose words hold the text. */
export function actionRows(customer: ContactRow, words: (id: CustomerActionId) => string, query: string): readonly ActionRow[] {
  const wanted = query.trim().toLocaleLowerCase()
  return customerActionIds
    .filter(id => id !== 'copy-phone' || customer.phone !== '')
    .map(id => ({ kind: 'action', key: id, id, words: words(id) }) as const)
    .filter(row => row.words.toLocaleLowerCase().includes(wanted))
}
