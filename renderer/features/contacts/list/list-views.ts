import { defaultSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { ListColumn, SavedView, SavedViewDraft, ViewDefinition } from '../../../../shared/features/views/saved-view.ts'
import { isSystemView, systemViewDefinition } from '../../../../shared/features/views/system-views.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { fromResult, shownValue, toLoading } from '../../../kernel/loadable.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'
import { loadStaff, useFieldStore } from '../../fields/field-store.ts'
import { askForList } from '../contact-list-store.ts'
import { forgetColumns, loadColumnsMemory, rememberColumns, useColumnsMemory } from './columns-memory.ts'
import { isSavedView, isViewEdited, plainDefinition, useListView } from './list-view-store.ts'

export async function loadViews(): Promise<void> {
  useListView.setState(state => ({ views: toLoading(state.views) }))
  useListView.setState({ views: fromResult(await call('views.list', {})) })
}

/** Asks again after views changed elsewhere, e.g. by an undo; the open one follows unless a person changed it meanwhile. */
export async function followViews(): Promise<void> {
  const { key, base, now } = useListView.getState()
  const isEdited = isViewEdited({ key, base, now })
  await loadViews()
  const state = useListView.getState()
  const known = shownValue(state.views)
  if (known === null || state.key !== key || !isSavedView(key)) return
  const view = known.find(one => one.id === key)
  // what is on screen stays, as a change of the list of all customers
  if (view === undefined) return useListView.setState({ key: 'all', base: plainDefinition })
  useListView.setState({ base: view.definition })
  if (!isEdited) await openView(key)
}

/** The columns that a person chose earlier in the view that is open, unless she chose others by now. */
export async function restoreColumns(): Promise<void> {
  await loadColumnsMemory()
  const { key, base, now } = useListView.getState()
  const columns = useColumnsMemory.getState().chosen[key]
  if (columns === undefined || isSavedView(key) || now.columns.join() !== base.columns.join()) return
  useListView.setState({ now: { ...now, columns: [...columns] } })
  await askForList()
}

let opening = 0

/** Shows a view as it was saved; one that is gone gives way to all customers. */
export async function openView(key: string): Promise<void> {
  opening += 1
  const mine = opening
  const definition = await definitionOf(key)
  if (mine !== opening) return
  if (definition === null) {
    showNotice({ tone: 'info', text: text('lists:view.gone') })
    return openView('all')
  }
  const columns = isSavedView(key) ? definition.columns : (useColumnsMemory.getState().chosen[key] ?? definition.columns)
  useListView.setState({
    key,
    base: definition,
    now: { ...definition, columns: [...columns] },
    isSortChosen: hasOwnOrder(definition),
  })
  await askForList()
}

/** Back to what the view says. */
export function revertView(): Promise<void> {
  return openView(useListView.getState().key)
}

/** The columns of the list from now on; a saved view is changed by it, for the others they are remembered. */
export async function chooseColumns(columns: readonly ListColumn[]): Promise<void> {
  const { key, now } = useListView.getState()
  useListView.setState({ now: { ...now, columns: [...columns] } })
  if (!isSavedView(key)) rememberColumns(key, columns)
  await askForList()
}

/** The columns that the view comes with. */
export async function resetColumns(): Promise<void> {
  const { key, base, now } = useListView.getState()
  forgetColumns(key)
  useListView.setState({ now: { ...now, columns: [...base.columns] } })
  await askForList()
}

/** Keeps what is on screen as a view; answers its id, or null after saying why not. */
export async function saveView(draft: Omit<SavedViewDraft, 'definition'>): Promise<string | null> {
  const definition = useListView.getState().now
  const id = await storeView({ ...draft, definition })
  if (id === null) return null
  await loadViews()
  useListView.setState({ key: id, base: definition, now: definition, isSortChosen: hasOwnOrder(definition) })
  return id
}

/** Name, sharing and pin of a view change; what it shows stays. */
export async function changeView(
  view: SavedView,
  change: Partial<Pick<SavedView, 'name' | 'shared' | 'pinned'>>,
): Promise<boolean> {
  const { id, name, shared, pinned, definition } = { ...view, ...change }
  const saved = await storeView({ id, name, shared, pinned, definition })
  if (saved !== null) await loadViews()
  return saved !== null
}

export async function removeView(view: SavedView): Promise<void> {
  const result = await call('views.remove', { id: view.id })
  if (!result.ok) return showNotice({ tone: 'error', text: failureText(text, result.failure) })
  offerUndo(result.value.act, text('lists:view.removed', { name: view.name }))
  await loadViews()
  if (useListView.getState().key === view.id) await openView('all')
}

async function storeView(draft: SavedViewDraft): Promise<string | null> {
  const result = await call('views.save', draft)
  if (!result.ok) {
    showNotice({ tone: 'error', text: failureText(text, result.failure) })
    return null
  }
  const words = text('lists:view.saved', { name: draft.name })
  if (result.value.act === null) showNotice({ tone: 'ok', text: words })
  else offerUndo(result.value.act, words)
  return result.value.id
}

async function definitionOf(key: string): Promise<ViewDefinition | null> {
  await loadColumnsMemory()
  if (isSystemView(key)) return systemViewDefinition(key, key === 'mine' ? await myId() : null)
  const find = () => shownValue(useListView.getState().views)?.find(view => view.id === key)?.definition
  const known = find()
  if (known !== undefined) return known
  // made or brought back since they were asked for
  await loadViews()
  return find() ?? null
}

async function myId(): Promise<string | null> {
  const find = () => shownValue(useFieldStore.getState().staff)?.find(member => member.isMe)?.id ?? null
  const known = find()
  if (known !== null) return known
  await loadStaff()
  return find()
}

function hasOwnOrder({ sort }: ViewDefinition): boolean {
  return sort.by !== defaultSort.by || sort.dir !== defaultSort.dir
}
