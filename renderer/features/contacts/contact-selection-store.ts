import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { contactList, useContactList } from './contact-list-store.ts'
import { idsOfRange } from './list/selected-range.ts'
import { idsBetween, indexOfRow, loadedRows, rowAt } from './paged-window.ts'
import { isTicked, namedLimit, nobody, type Ticked, tickedCount, withTicks } from './selection-change.ts'

export interface ContactSelectionState {
  /** Customers ticked for a bulk action; scrolling keeps them, another search keeps those named one by one. */
  readonly ticked: Ticked
  /** Where a range with Shift began, and what was ticked then: a shorter range gives back what it covered. */
  readonly range: { readonly anchor: number; readonly before: Ticked } | null
  /** Index of the row under the cursor; -1 when it is on none. */
  readonly active: number
  /** The customer of that row, so that the cursor stays on it when rows move; null while the row is not loaded. */
  readonly activeId: ContactId | null
}

export const useContactSelection = createVaultStore<ContactSelectionState>(() => ({
  ticked: nobody,
  range: null,
  active: -1,
  activeId: null,
}))

/** All that a question finds are ticked no longer when another one is asked: nobody has seen whom that would mean. */
useContactList.subscribe(({ query }) => {
  const { ticked } = useContactSelection.getState()
  if (ticked.mode === 'ids' || (ticked.search === query.search && ticked.filter === query.filter)) return
  clearSelection()
})

/** How many are ticked now. */
export function selectedCount(): number {
  return tickedCount(useContactSelection.getState().ticked, useContactList.getState().window.total)
}

/** Puts the cursor on a row, loaded or not. */
export function activateRow(active: number): void {
  useContactSelection.setState({ active, activeId: rowAt(useContactList.getState().window, active)?.id ?? null })
}

/** Puts the cursor on a customer; on none when its row is not loaded, so that no key acts on another one. */
export function activateContact(id: ContactId): void {
  if (useContactSelection.getState().activeId === id) return
  activateRow(indexOfRow(useContactList.getState().window, id))
}

/** Puts the cursor on a customer wherever in the list it stands, however deep; on none when the list has it not. */
export async function locateContact(id: ContactId): Promise<void> {
  activateContact(id)
  if (useContactSelection.getState().active >= 0) return
  const { query } = useContactList.getState()
  const { customFields: _, ...question } = query
  const result = await call('contacts.indexOf', { ...question, id })
  const { active } = useContactSelection.getState()
  // meanwhile the cursor went elsewhere, or another list is asked for
  if (!result.ok || result.value.index === null || active >= 0 || useContactList.getState().query !== query) return
  await contactList.loadIndex(result.value.index)
  if (useContactSelection.getState().active < 0) activateContact(id)
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

/** Ticks and unticks. "All" means the rows that are loaded; a range means every row of it, loaded or not. */
export function applySelection(change: SelectionChange): void {
  const { ticked } = useContactSelection.getState()
  const { window } = useContactList.getState()
  if (change.kind === 'none') return clearSelection()
  if (change.kind === 'range') return void tickRange(change.from, change.to)
  if (change.kind === 'all') {
    const all = loadedRows(window).map(row => row.id)
    const next = withTicks(ticked, all, true)
    return next === null ? selectAllFound() : useContactSelection.setState({ ticked: next, range: null })
  }
  const id = rowAt(window, change.index)?.id
  if (id === undefined) return
  setTicked(withTicks(ticked, [id], !isTicked(ticked, id)))
}

/** Ticks all that the list finds, those too that were never on screen. */
export function selectAllFound(): void {
  const { search, filter } = useContactList.getState().query
  useContactSelection.setState({ ticked: { mode: 'query', search, filter, except: new Set() }, range: null })
}

export function clearSelection(): void {
  useContactSelection.setState({ ticked: nobody, range: null })
}

/** Takes customers out of the selection, e.g. after they were moved to the Trash. */
export function deselect(gone: readonly ContactId[]): void {
  const { ticked } = useContactSelection.getState()
  if (ticked.mode === 'ids') useContactSelection.setState({ ticked: withTicks(ticked, gone, false) ?? nobody, range: null })
}

let ranges = 0

/** What is loaded is ticked at once, the rest when it was asked for. */
async function tickRange(anchor: number, to: number): Promise<void> {
  const { ticked, range } = useContactSelection.getState()
  const before = range?.anchor === anchor ? range.before : ticked
  ranges += 1
  const mine = ranges
  const { window } = useContactList.getState()
  const loaded = withTicks(before, idsBetween(window, anchor, to), true)
  if (Math.abs(to - anchor) + 1 > namedLimit || loaded === null) return sayTooMany()
  useContactSelection.setState({ ticked: loaded, range: { anchor, before } })
  const ids = await idsOfRange(anchor, to)
  if (mine !== ranges || ids === null || useContactSelection.getState().ticked !== loaded) return
  const whole = withTicks(before, ids, true)
  if (whole === null) return sayTooMany()
  useContactSelection.setState({ ticked: whole, range: { anchor, before } })
}

function setTicked(ticked: Ticked | null): void {
  if (ticked === null) sayTooMany()
  else useContactSelection.setState({ ticked, range: null })
}

function sayTooMany(): void {
  showNotice({ tone: 'info', text: text('lists:select.tooMany', { n: namedLimit }) })
}
