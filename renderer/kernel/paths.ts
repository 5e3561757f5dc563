/** Where the screens are, for links and `navigate`. */
export const paths = {
  customers: '/customers',
  /** The form for a new customer; `prefill` is what was typed in quick find. */
  newCustomer: '/customers/new',
  trash: '/trash',
  import: '/import',
  settings: '/settings',
  contactWindow: '/window/customers',
} as const

export function customerPath(id: string): string {
  return `${paths.customers}/${id}`
}

/** The list of customers as the saved view has it. */
export function viewPath(viewId: string): string {
  return `${paths.customers}?view=${viewId}`
}

/** The customer in a window of its own: only main opens one there (`app.openContactWindow`). */
export function contactWindowPath(id: string): string {
  return `${paths.contactWindow}/${id}`
}
