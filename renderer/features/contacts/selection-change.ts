import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import type { ContactFilter } from '../../../shared/features/contacts/contact-filter.ts'
import type { ContactTarget } from '../../../shared/features/contacts/contact-list-query.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { idsBetween, type ListWindow, loadedRows, rowAt } from './paged-window.ts'

/** Customers ticked one by one, or all that a question finds but some. */
export type Ticked =
  | { readonly mode: 'ids'; readonly ids: ReadonlySet<ContactId> }
  | {
      readonly mode: 'query'
      readonly search: string
      readonly filter: ContactFilter
      readonly except: ReadonlySet<ContactId>
    }

/** As many as can be named one by one; more are ticked by their question. */
export const namedLimit = 5000

export const nobody: Ticked = { mode: 'ids', ids: new Set() }

export function isTicked(ticked: Ticked, id: string): boolean {
  const named: ReadonlySet<string> = ticked.mode === 'ids' ? ticked.ids : ticked.except
  return named.has(id) === (ticked.mode === 'ids')
}

/** How many are ticked; `total` is how many the question finds. */
export function tickedCount(ticked: Ticked, total: number): number {
  return ticked.mode === 'ids' ? ticked.ids.size : Math.max(0, total - ticked.except.size)
}

/** Ticks or unticks customers. Null when more would have to be named than can be. */
export function withTicks(ticked: Ticked, ids: readonly ContactId[], on: boolean): Ticked | null {
  const named = ticked.mode === 'ids' ? ticked.ids : ticked.except
  const isNaming = (ticked.mode === 'ids') === on
  const next = new Set(named)
  for (const id of ids) {
    if (isNaming) next.add(id)
    else next.delete(id)
  }
  if (next.size > namedLimit) return null
  return ticked.mode === 'ids' ? { mode: 'ids', ids: next } : { ...ticked, except: next }
}

/** What a bulk action works on; null when nobody is ticked. */
export function targetOf(ticked: Ticked): ContactTarget | null {
  if (ticked.mode === 'ids') return ticked.ids.size === 0 ? null : { by: 'ids', ids: [...ticked.ids] }
  return { by: 'query', search: ticked.search, filter: ticked.filter, except: [...ticked.except] }
}

/** Ticks and unticks customers by name only; a range and "all" mean the rows that are loaded. */
export function changeSelection(
  ids: ReadonlySet<ContactId>,
  change: SelectionChange,
  window: ListWindow,
): ReadonlySet<ContactId> {
  if (change.kind === 'none') return new Set()
  if (change.kind === 'all') return new Set([...ids, ...loadedRows(window).map(row => row.id)])
  if (change.kind === 'range') return new Set([...ids, ...idsBetween(window, change.from, change.to)])
  const id = rowAt(window, change.index)?.id
  if (id === undefined) return ids
  return ids.has(id) ? new Set([...ids].filter(one => one !== id)) : new Set([...ids, id])
}
