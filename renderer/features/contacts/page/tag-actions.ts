import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'

/** Gives a customer a tag, right on the page; a tag that is there already stays as it is. */
export async function addTagTo(id: ContactId, name: string): Promise<void> {
  await change(id, [name], [], text('contacts:tags.added', { name }))
}

export async function removeTagFrom(id: ContactId, name: string): Promise<void> {
  await change(id, [], [name], text('contacts:tags.removed', { name }))
}

async function change(id: ContactId, add: string[], remove: string[], said: string): Promise<void> {
  const result = await call('contacts.bulk', { target: { by: 'ids', ids: [id] }, action: { do: 'tag', add, remove } })
  if (!result.ok) return showNotice({ tone: 'error', text: failureText(text, result.failure) })
  if (result.value.act !== null) offerUndo(result.value.act, said)
}
