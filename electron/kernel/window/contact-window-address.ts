import { isOwnUrl, startUrl } from '../security/app-origin.ts'

const prefix = '#/window/customers/'

/** Where the page begins that shows one customer alone (`paths.contactWindow` of the renderer). */
export function contactWindowUrl(contactId: string): string {
  return `${startUrl}${prefix}${contactId}`
}

/** The id of the customer that such a page shows now; null at any other address. */
export function contactShownAt(address: string): string | null {
  if (!isOwnUrl(address)) return null
  const { hash } = new URL(address)
  return hash.startsWith(prefix) ? hash.slice(prefix.length) : null
}
