import type { ContactId } from '../../shared/features/contacts/contact.ts'
import { call } from './client.ts'
import { failureText } from './failure-text.ts'
import { text } from './i18n.ts'
import { showNotice } from './notice-store.ts'
import { paths } from './paths.ts'

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

/** True in a window about one customer; it is told from the main one by the address that it was opened with. */
export function isContactWindow(): boolean {
  return window.location.hash.startsWith(`#${paths.contactWindow}/`)
}

/** Brings the main window to the front, at that page. */
export async function showInMainWindow(path: string): Promise<void> {
  const result = await call('app.showInMainWindow', { path })
  if (!result.ok) showNotice({ tone: 'error', text: failureText(text, result.failure) })
}
