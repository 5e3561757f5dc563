import { type ContactQuery, type ContactSort, defaultSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import {
  defaultColumns,
  type ListColumn,
  listColumns,
  type SavedView,
  type ViewDefinition,
} from '../../../../shared/features/views/saved-view.ts'
import type { Id } from '../../../../shared/kernel/id.ts'
import { createVaultStore } from '../../../kernel/create-vault-store.ts'
import { idle, type Loadable } from '../../../kernel/loadable.ts'

/** What the list asks for: which customers, in which order, with which own fields. */
export interface ListQuestion extends ContactQuery {
  readonly customFields: readonly Id[]
}

export interface ListViewState {
  /** A system view's key or a saved view's id. */
  readonly key: string
  /** What the view says. */
  readonly base: ViewDefinition
  /** What is on screen. */
  readonly now: ViewDefinition
  /** Somebody chose the order, or the view has one of its own: a search keeps it. */
  readonly isSortChosen: boolean
  /** Saved views, mine and those shared. */
  readonly views: Loadable<readonly SavedView[]>
}

export const plainDefinition: ViewDefinition = { search: '', filter: null, sort: defaultSort, columns: [...defaultColumns] }
export const byRelevance: ContactSort = { by: 'relevance', dir: 'desc' }
/** Own fields that one list shows at most. */
const customFieldLimit = 20

/** Which view is open and what a person changed of it. */
export const useListView = createVaultStore<ListViewState>(() => ({
  key: 'all',
  base: plainDefinition,
  now: plainDefinition,
  isSortChosen: false,
  views: idle,
}))

export function shownViewKey(): string {
  return useListView.getState().key
}

/** What to ask for; a search without a chosen order is ordered by how well it fits. */
export function questionOf({ now, isSortChosen }: Pick<ListViewState, 'now' | 'isSortChosen'>): ListQuestion {
  const { search, filter, sort, columns } = now
  const byFit = search.trim() !== '' && !isSortChosen
  return { search, filter, sort: byFit ? byRelevance : sort, customFields: ownFieldsOf(columns) }
}

/** Whether a question leaves nobody out; not so before anything was answered. */
export function isEverybody(shown: Pick<ListQuestion, 'search' | 'filter'> | null): boolean {
  return shown !== null && shown.search === '' && shown.filter === null
}

/** Ids of the own fields among columns. */
export function ownFieldsOf(columns: readonly ListColumn[]): readonly Id[] {
  return columns.filter(column => !isBuiltIn(column)).slice(0, customFieldLimit)
}

export function isBuiltIn(column: ListColumn): column is (typeof listColumns)[number] {
  return listColumns.some(one => one === column)
}

export function isSavedView(key: string): boolean {
  return key.length === 36
}

/**
 * Whether a person changed the view. Of a system view only the filter counts: searching, sorting and choosing columns
 * are everyday there, in a saved view they are what it is for.
 */
export function isViewEdited({ key, base, now }: Pick<ListViewState, 'key' | 'base' | 'now'>): boolean {
  if (!isSame(base.filter, now.filter)) return true
  if (!isSavedView(key)) return false
  return base.search !== now.search || !isSame(base.sort, now.sort) || !isSame(base.columns, now.columns)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
