import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { createVaultStore } from '../../kernel/vault-store.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { useContactList } from './contact-list-store.ts'
import { idsBetween, indexOfRow, loadedRows, rowAt } from './paged-window.ts'

export interface ContactSelectionState {
  /** Customers ticked for a bulk action; scrolling and searching keep them. */
  readonly ids: ReadonlySet<ContactId>
  /** Index of the row under the cursor; -1 before the first move. */
  readonly active: number
}

export const useContactSelection = createVaultStore<ContactSelectionState>(() => ({ ids: new Set(), active: -1 }))

export function activateRow(active: number): void {
  useContactSelection.setState({ active })
}

/** Puts the cursor where a customer stands now, if its row is loaded; else leaves it. */
export function activateContact(id: ContactId): void {
  const index = indexOfRow(useContactList.getState().window, id)
  if (index >= 0) activateRow(index)
}

/** Ticks and unticks; a range and "all" mean the rows that are loaded. */
export function applySelection(change: SelectionChange): void {
  const { window } = useContactList.getState()
  useContactSelection.setState(({ ids }) => ({ ids: changed(ids, change, window) }))
}

export function clearSelection(): void {
  useContactSelection.setState({ ids: new Set() })
}

/** Takes customers out of the selection, e.g. after they were moved to the Trash. */
export function deselect(gone: readonly ContactId[]): void {
  useContactSelection.setState(({ ids }) => ({ ids: new Set([...ids].filter(id => !gone.includes(id))) }))
}

function changed(
  ids: ReadonlySet<ContactId>,
  change: SelectionChange,
  window: ReturnType<typeof useContactList.getState>['window'],
): ReadonlySet<ContactId> {
  if (change.kind === 'none') return new Set()
  if (change.kind === 'all') return new Set([...ids, ...loadedRows(window).map(row => row.id)])
  if (change.kind === 'range') return new Set([...ids, ...idsBetween(window, change.from, change.to)])
  const id = rowAt(window, change.index)?.id
  if (id === undefined) return ids
  return ids.has(id) ? new Set([...ids].filter(one => one !== id)) : new Set([...ids, id])
}
