import type { ContactId, ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'

export const listPageSize = 100
/** Pages kept in memory; those farthest from the screen go first. */
const pageLimit = 20

/** The loaded part of a long list, by page; `stale` pages are shown (dimmed) until they are asked for again. */
export interface ListWindow {
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly ContactRow[]>
  readonly stale: ReadonlySet<number>
}

export const emptyWindow: ListWindow = { total: 0, pages: new Map(), stale: new Set() }

/** The row at an index of the whole list; null while its page is not loaded. */
export function rowAt(list: ListWindow, index: number): ContactRow | null {
  return list.pages.get(Math.floor(index / listPageSize))?.[index % listPageSize] ?? null
}

/** Index of a loaded row by its customer; -1 when it is not loaded. */
export function indexOfRow(list: ListWindow, id: ContactId): number {
  for (const [page, rows] of list.pages) {
    const at = rows.findIndex(row => row.id === id)
    if (at >= 0) return page * listPageSize + at
  }
  return -1
}

/** Pages between two indexes that are not loaded or are stale, in order. */
export function pagesNeeded(list: ListWindow, first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / listPageSize)
  const to = Math.floor(Math.max(0, Math.min(last, list.total - 1)) / listPageSize)
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step)
  return pages.filter(page => !list.pages.has(page) || list.stale.has(page))
}

/** The first of the pages that follow each other, `atMost` of them. */
export function firstRun(pages: readonly number[], atMost: number): readonly number[] {
  const from = pages[0] ?? 0
  return pages.filter((page, step) => page === from + step && step < atMost)
}

/** Indexes, both included. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/**
 * Puts an answer of one or more whole pages in its place. Dropped are pages beyond the new end, stale ones outside of
 * `near`, whose rows may stand elsewhere by now, and the farthest from it when there are too many.
 */
export function withPages(list: ListWindow, answer: ContactPage, near: RowRange): ListWindow {
  const from = Math.floor(answer.offset / listPageSize)
  const came = new Map<number, readonly ContactRow[]>()
  for (let at = 0; at === 0 || at < answer.rows.length; at += listPageSize) {
    came.set(from + at / listPageSize, answer.rows.slice(at, at + listPageSize))
  }
  const end = Math.max(1, Math.ceil(answer.total / listPageSize))
  const middle = (near.first + near.last) / 2 / listPageSize - 0.5
  const isNear = (page: number) => (page + 1) * listPageSize > near.first && page * listPageSize <= near.last
  const kept = [...list.pages]
    .filter(([page]) => page < end && !came.has(page) && (isNear(page) || !list.stale.has(page)))
    .toSorted(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle))
    .slice(0, pageLimit - came.size)
  const pages = new Map([...kept, ...came])
  return { total: answer.total, pages, stale: new Set([...list.stale].filter(page => pages.has(page) && !came.has(page))) }
}

/** The same rows, every page to be asked for again before it counts as fresh. */
export function allStale(list: ListWindow): ListWindow {
  return { ...list, stale: new Set(list.pages.keys()) }
}

/** Every loaded row in list order. */
export function loadedRows(list: ListWindow): readonly ContactRow[] {
  return [...list.pages].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows)
}

/** Customers of loaded rows between two indexes, both included, in either direction. */
export function idsBetween(list: ListWindow, one: number, other: number): readonly ContactId[] {
  const ids: ContactId[] = []
  for (let index = Math.min(one, other); index <= Math.max(one, other); index += 1) {
    const row = rowAt(list, index)
    if (row !== null) ids.push(row.id)
  }
  return ids
}
