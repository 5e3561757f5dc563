import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { ContactLink, LinkDraft } from '../../../../shared/features/contacts/contact-link.ts'
import type { Failure } from '../../../../shared/kernel/result.ts'
import { announce } from '../../../kernel/announce.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'
import { loadLinks } from './links-store.ts'

/** Links two customers and offers to take it back; answers the failure for the form to show. */
export async function addLink(page: ContactId, draft: LinkDraft, otherName: string): Promise<Failure | null> {
  const result = await call('contacts.link', draft)
  if (!result.ok) return result.failure
  const { act } = result.value
  if (act === null) announce(text('contacts:link.alreadyThere', { name: otherName }))
  else offerUndo(act, text('contacts:link.added', { name: otherName }))
  await loadLinks(page)
  return null
}

export async function removeLink(page: ContactId, link: ContactLink): Promise<void> {
  const result = await call('contacts.unlink', { id: link.id })
  if (!result.ok) return showNotice({ tone: 'error', text: failureText(text, result.failure) })
  offerUndo(result.value.act, text('contacts:link.removed', { name: link.other.name }))
  await loadLinks(page)
}
