import type { ContactId, ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'

export const listPageSize = 100
/** Pages kept in memory; those farthest from the last answer go first. */
const pageLimit = 60

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

/** Puts an answer in its place; pages beyond the new end are dropped. */
export function withPage(list: ListWindow, answer: ContactPage): ListWindow {
  const page = Math.floor(answer.offset / listPageSize)
  const lastPage = Math.max(0, Math.ceil(answer.total / listPageSize) - 1)
  const near = [...list.pages]
    .filter(([known]) => known <= lastPage && known !== page)
    .toSorted(([a], [b]) => Math.abs(a - page) - Math.abs(b - page))
    .slice(0, pageLimit - 1)
  const pages = new Map([...near, [page, answer.rows]])
  return { total: answer.total, pages, stale: new Set([...list.stale].filter(known => pages.has(known) && known !== page)) }
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
