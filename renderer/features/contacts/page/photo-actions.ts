import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'
import { preparePicture } from './prepare-picture.ts'

/** Makes a file the customer's picture, or says why it cannot be. */
export async function setPhoto(id: ContactId, file: Blob): Promise<void> {
  const base64 = await preparePicture(file)
  if (base64 === null) return showNotice({ tone: 'error', text: text('failure:picture-unreadable') })
  await send(id, { base64 }, text('contacts:photo.saved'))
}

export async function removePhoto(id: ContactId): Promise<void> {
  await send(id, null, text('contacts:photo.removed'))
}

async function send(id: ContactId, picture: { readonly base64: string } | null, said: string): Promise<void> {
  const result = await call('contacts.setPhoto', { id, picture })
  if (!result.ok) return showNotice({ tone: 'error', text: failureText(text, result.failure) })
  if (result.value.act !== null) offerUndo(result.value.act, said)
}
