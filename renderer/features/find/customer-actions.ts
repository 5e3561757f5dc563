import type { ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import type { FindRow } from './find-rows.ts'

/** What can be done about a customer without leaving the box. */
export const customerActionIds = ['open', 'window', 'edit', 'copy-phone', 'trash'] as const
export type CustomerActionId = (typeof customerActionIds)[number]

export const actionIcons: Readonly<Record<CustomerActionId, IconName>> = {
  open: 'user',
  window: 'window',
  edit: 'edit',
  'copy-phone': 'copy',
  trash: 'trash',
}

/** Those that are possible for this customer and whose words hold the text. */
export function actionRows(customer: ContactRow, words: (id: CustomerActionId) => string, query: string): readonly FindRow[] {
  const wanted = query.trim().toLocaleLowerCase()
  return customerActionIds
    .filter(id => id !== 'copy-phone' || customer.phone !== '')
    .map(id => ({ kind: 'action', key: id, id, words: words(id) }) as const)
    .filter(row => row.words.toLocaleLowerCase().includes(wanted))
}
