import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { createVaultStore } from '../../kernel/vault-store.ts'
import { useContactList } from './contact-list-store.ts'
import { idsBetween, loadedRows } from './paged-window.ts'

export interface ContactSelectionState {
  /** Customers ticked for a bulk action; scrolling and searching keep them. */
  readonly ids: ReadonlySet<ContactId>
  /** Index the next Shift selection starts from. */
  readonly anchor: number
  /** Index that the keyboard stands on. */
  readonly active: number
}

export const useContactSelection = createVaultStore<ContactSelectionState>(() => ({ ids: new Set(), anchor: 0, active: 0 }))

/** Moves the keyboard's row; selection stays. */
export function activateRow(index: number): void {
  useContactSelection.setState({ active: index, anchor: index })
}

export function toggleRow(index: number, id: ContactId): void {
  useContactSelection.setState(state => {
    const ids = new Set(state.ids)
    if (!ids.delete(id)) ids.add(id)
    return { ids, anchor: index, active: index }
  })
}

/** Ticks every loaded row between the anchor and an index, in addition to what is ticked. */
export function extendSelection(index: number): void {
  const { window } = useContactList.getState()
  useContactSelection.setState(state => ({
    ids: new Set([...state.ids, ...idsBetween(window, state.anchor, index)]),
    active: index,
  }))
}

export function selectLoaded(): void {
  const { window } = useContactList.getState()
  useContactSelection.setState({ ids: new Set(loadedRows(window).map(row => row.id)) })
}

export function clearSelection(): void {
  useContactSelection.setState({ ids: new Set() })
}
