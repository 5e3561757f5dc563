/** Where the screens are, for links and `navigate`. */
export const paths = {
  customers: '/customers',
  /** The form for a new customer; `prefill` is what was typed in quick find. */
  newCustomer: '/customers/new',
  trash: '/trash',
  import: '/import',
  settings: '/settings',
} as const

export function customerPath(id: string): string {
  return `${paths.customers}/${id}`
}
