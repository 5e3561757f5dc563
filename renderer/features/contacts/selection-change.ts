import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { idsBetween, type ListWindow, loadedRows, rowAt } from './paged-window.ts'

/** Ticks and unticks customers; a range and "all" mean the rows that are loaded. */
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
