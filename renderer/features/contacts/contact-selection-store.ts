import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { createVaultStore } from '../../kernel/vault-store.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { useContactList } from './contact-list-store.ts'
import { indexOfRow } from './paged-window.ts'
import { changeSelection } from './selection-change.ts'

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
  useContactSelection.setState(({ ids }) => ({ ids: changeSelection(ids, change, window) }))
}

export function clearSelection(): void {
  useContactSelection.setState({ ids: new Set() })
}

/** Takes customers out of the selection, e.g. after they were moved to the Trash. */
export function deselect(gone: readonly ContactId[]): void {
  useContactSelection.setState(({ ids }) => ({ ids: new Set([...ids].filter(id => !gone.includes(id))) }))
}
