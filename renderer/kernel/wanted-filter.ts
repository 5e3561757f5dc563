import type { ContactFilter } from '../../shared/features/contacts/contact-filter.ts'
import { createVaultStore } from './create-vault-store.ts'

interface WantedFilter {
  /** What the customers' list is asked to show next; null when nothing is asked. */
  readonly filter: ContactFilter
}

/** Followed by the customers' list, which may already be on screen. Never in the address: a filter can hold personal data. */
export const useWantedFilter = createVaultStore<WantedFilter>(() => ({ filter: null }))

/** Asks the customers' list for those that a filter finds, from elsewhere in the program. */
export function wantFilter(filter: NonNullable<ContactFilter>): void {
  useWantedFilter.setState({ filter })
}

/** Hands the wish over once; null when there is none. */
export function takeWantedFilter(): ContactFilter {
  const { filter } = useWantedFilter.getState()
  useWantedFilter.setState({ filter: null })
  return filter
}
