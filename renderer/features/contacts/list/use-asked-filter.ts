import { useEffect } from 'react'
import { takeWantedFilter, useWantedFilter } from '../../../kernel/wanted-filter.ts'
import { queryContacts } from '../contact-list-store.ts'
import { openView } from './list-views.ts'

/** Shows what another part of the program asks for, e.g. quick find the customers of a colleague: all customers, then those. */
export function useAskedFilter(): void {
  const wanted = useWantedFilter(state => state.filter)
  useEffect(() => {
    if (wanted !== null) void showAsked()
  }, [wanted])
}

async function showAsked(): Promise<void> {
  const filter = takeWantedFilter()
  if (filter === null) return
  await openView('all')
  await queryContacts({ search: '', filter })
}
