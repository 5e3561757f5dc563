import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { useContactList } from './contact-list-store.ts'
import { indexOfRow, rowAt } from './paged-window.ts'
import { changeSelection } from './selection-change.ts'

export interface ContactSelectionState {
  /** Customers ticked for a bulk action; scrolling and searching keep them. */
  readonly ids: ReadonlySet<ContactId>
  /** Index of the row under the cursor; -1 when it is on none. */
  readonly active: number
  /** The customer of that row, so that the cursor stays on it when rows move; null while the row is not loaded. */
  readonly activeId: ContactId | null
}

export const useContactSelection = createVaultStore<ContactSelectionState>(() => ({
  ids: new Set(),
  active: -1,
  activeId: null,
}))

/** Puts the cursor on a row, loaded or not. */
export function activateRow(active: number): void {
  useContactSelection.setState({ active, activeId: rowAt(useContactList.getState().window, active)?.id ?? null })
}

/** Puts the cursor on a customer; on none when its row is not loaded, so that no key acts on another one. */
export function activateContact(id: ContactId): void {
  if (useContactSelection.getState().activeId === id) return
  activateRow(indexOfRow(useContactList.getState().window, id))
}

/**
 * Keeps the cursor on its customer after rows came or moved. Answers the customer that the cursor turns out to be on
 * when its row was not loaded before; else null.
 */
export function followRows(shown: ContactId | null): ContactId | null {
  const { window } = useContactList.getState()
  const { active, activeId } = useContactSelection.getState()
  if (active < 0) {
    if (shown !== null) activateContact(shown)
    return null
  }
  const row = rowAt(window, active)
  if (row === null || row.id === activeId) return null
  if (activeId === null) {
    useContactSelection.setState({ activeId: row.id })
    return row.id
  }
  if (window.stale.size > 0) return null
  const kept = indexOfRow(window, activeId)
  activateRow(kept < 0 && shown !== null ? indexOfRow(window, shown) : kept)
  return null
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
