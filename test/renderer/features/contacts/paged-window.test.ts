import { expect, test } from 'vitest'
import {
  allStale,
  emptyWindow,
  firstRun,
  idsBetween,
  indexOfRow,
  type ListWindow,
  loadedRows,
  pagesNeeded,
  rowAt,
  withPages,
} from '../../../../renderer/features/contacts/paged-window.ts'
import { ContactId, type ContactRow } from '../../../../shared/features/contacts/contact.ts'
import type { ContactPage } from '../../../../shared/features/contacts/contact-contract.ts'

function row(n: number): ContactRow {
  const id = ContactId.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  const lastActivityAt = '2026-11-20T08:00:00.000Z'
  return {
    id,
    kind: 'person',
    name: `Customer ${n}`,
    company: '',
    phone: '',
    tags: [],
    alias: '',
    email: '',
    place: '',
    memberNo: '',
    level: '',
    source: '',
    stage: '',
    assigneeName: '',
    birthday: null,
    photo: '',
    custom: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    lastActivityAt,
    trashedAt: null,
  }
}

function page(offset: number, total: number, limit = 100) {
  const count = Math.min(limit, total - offset)
  return { total, offset, rows: Array.from({ length: Math.max(0, count) }, (_, n) => row(offset + n)) }
}

/** The screen shows the rows of the answer. */
function withPage(list: ListWindow, answer: ContactPage): ListWindow {
  return withPages(list, answer, { first: answer.offset, last: answer.offset + 99 })
}

test('only the pages that are seen and not there are asked for', () => {
  const list = withPage(withPage(emptyWindow, page(0, 100_000)), page(500, 100_000))

  expect(pagesNeeded(list, 0, 99)).toEqual([])
  expect(pagesNeeded(list, 90, 620)).toEqual([1, 2, 3, 4, 6])
  expect(pagesNeeded(list, 99_990, 100_050)).toEqual([999])
})

test('a list without rows asks for its first page', () => {
  expect(pagesNeeded(emptyWindow, 0, 30)).toEqual([0])
})

test('rows are found by index and by customer when their page is loaded', () => {
  const list = withPage(emptyWindow, page(500, 100_000))

  expect(rowAt(list, 512)?.name).toBe('Customer 512')
  expect(rowAt(list, 3)).toBeNull()
  expect(indexOfRow(list, row(512).id)).toBe(512)
  expect(indexOfRow(list, row(3).id)).toBe(-1)
})

test('stale rows stay readable and are asked for again', () => {
  const stale = allStale(withPage(withPage(emptyWindow, page(0, 150)), page(100, 150)))

  expect(rowAt(stale, 120)?.name).toBe('Customer 120')
  expect(pagesNeeded(stale, 0, 149)).toEqual([0, 1])
  expect(pagesNeeded(withPage(stale, page(0, 150)), 0, 149)).toEqual([1])
})

test('pages beyond the end go when the list becomes shorter', () => {
  const shorter = withPage(withPage(withPage(emptyWindow, page(0, 250)), page(200, 250)), page(0, 90))

  expect(shorter.total).toBe(90)
  expect(loadedRows(shorter)).toHaveLength(90)
})

test('a list that became empty keeps no rows', () => {
  expect(loadedRows(withPage(withPage(emptyWindow, page(0, 30)), page(0, 0)))).toEqual([])
})

test('an answer of two pages fills both', () => {
  const list = withPage(emptyWindow, page(300, 100_000, 200))

  expect(rowAt(list, 499)?.name).toBe('Customer 499')
  expect(pagesNeeded(list, 250, 550)).toEqual([2, 5])
  expect(firstRun([2, 3, 4, 6], 2)).toEqual([2, 3])
  expect(firstRun([2, 5], 2)).toEqual([2])
})

test('stale rows far from the screen go when an answer came, those near it stay', () => {
  let list = withPage(withPage(withPage(emptyWindow, page(0, 900)), page(500, 900)), page(600, 900))
  list = withPages(allStale(list), page(500, 900), { first: 480, last: 620 })

  expect([...list.pages.keys()].toSorted((a, b) => a - b)).toEqual([5, 6])
  expect([...list.stale]).toEqual([6])
})

test('memory is bounded and the pages near the last answer stay when a long list is scrolled through', () => {
  let list = emptyWindow
  for (let offset = 0; offset < 20_000; offset += 100) list = withPage(list, page(offset, 100_000))

  expect(list.pages.size).toBe(20)
  expect(rowAt(list, 19_999)).not.toBeNull()
  expect(rowAt(list, 0)).toBeNull()
})

test('a range names its loaded customers in list order, in either direction', () => {
  const list = withPage(emptyWindow, page(0, 300))

  expect(idsBetween(list, 5, 3)).toEqual([row(3).id, row(4).id, row(5).id])
  expect(idsBetween(list, 98, 102)).toEqual([row(98).id, row(99).id])
})
