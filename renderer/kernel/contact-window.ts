import type { ContactId } from '../../shared/features/contacts/contact.ts'
import { call } from './client.ts'
import { failureText } from './failure-text.ts'
import { text } from './i18n.ts'
import { showNotice } from './notice-store.ts'

/** Shows the customer in a window of its own, or brings that window to the front; says so when it cannot. */
export async function openContactWindow(id: ContactId): Promise<void> {
  const result = await call('app.openContactWindow', { id })
  if (result.ok) return
  const { failure } = result
  const words =
    failure.code === 'too-many'
      ? text('shell:contactWindow.tooMany', { n: failure.params?.max ?? 0 })
      : failureText(text, failure)
  showNotice({ tone: 'error', text: words })
}
