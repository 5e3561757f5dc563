import { beforeEach, expect, test, vi } from 'vitest'
import { createPagedList, isStale } from '../../../../renderer/features/contacts/paged-list.ts'
import { rowAt } from '../../../../renderer/features/contacts/paged-window.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import type { ContactPage } from '../../../../shared/features/contacts/contact-contract.ts'
import { fail, type Result, succeed } from '../../../../shared/kernel/result.ts'
import { rowOf, sampleContact } from '../../../helpers/fake-shop.ts'

interface Asked {
  readonly query: string
  readonly offset: number
  readonly limit: number
  readonly answer: (result?: Result<ContactPage>) => Promise<void>
}

let asked: Asked[] = []
const total = 1000
const now = new Date('2026-11-20T08:00:00.000Z')

function pageOf(query: string, offset: number, count = total, limit = 100): ContactPage {
  const rows = Array.from({ length: Math.min(limit, count - offset) }, (_, n) => {
    const contact = sampleContact(offset + n + 1, now)
    return rowOf({ ...contact, name: `${query} ${offset + n}` })
  })
  return { total: count, offset, rows }
}

function openList() {
  return createPagedList('first', (query, { offset, limit }) => {
    const { promise, resolve } = Promise.withResolvers<Result<ContactPage>>()
    const answer = async (result = succeed(pageOf(query, offset, total, limit))) => {
      resolve(result)
      await new Promise(settled => setTimeout(settled))
    }
    asked.push({ query, offset, limit, answer })
    return promise
  })
}

beforeEach(() => {
  asked = []
})

const pagesAsked = () => asked.map(one => [one.offset, one.limit])

test('only the rows on screen are asked for, together, and each page once while it is under way', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.show(480, 520)
  void list.show(481, 521)

  expect(pagesAsked()).toEqual([
    [0, 100],
    [400, 200],
  ])
})

test('rows that fly by are not asked for, those are where the list comes to rest', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  for (let first = 120; first < 920; first += 50) void list.show(first, first + 25)
  expect(asked.map(one => one.offset)).toEqual([0, 100, 200])

  await asked[1]?.answer()
  void list.show(500, 525)
  expect(asked.map(one => one.offset)).toEqual([0, 100, 200])

  await vi.waitUntil(() => asked.length > 3)

  expect(asked.map(one => one.offset)).toEqual([0, 100, 200, 500])
})

test('rows that come next are asked for in the direction of scrolling, none after a jump', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.show(510, 540)
  await asked[1]?.answer()
  expect(asked.map(one => one.offset)).toEqual([0, 500])

  void list.show(505, 535)
  await asked[2]?.answer()
  expect(asked.map(one => one.offset)).toEqual([0, 500, 400])

  void list.show(550, 580)
  await asked[3]?.answer()

  expect(asked.map(one => one.offset)).toEqual([0, 500, 400, 600])
})

test('nothing is stale when the rows near the screen are fresh again', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.show(540, 580)
  await asked[1]?.answer()
  void list.show(535, 575)
  void list.show(541, 581)
  for (let n = 2; n < 4; n += 1) await asked[n]?.answer()
  void list.refresh()
  expect(isStale(list.useStore.getState())).toBe(true)
  for (let n = 4; n < asked.length; n += 1) await asked[n]?.answer()

  expect(isStale(list.useStore.getState())).toBe(false)
  expect(asked.slice(4).map(one => one.offset)).toEqual([500, 400, 600])
})

test('old rows stay, marked stale, until the first answer to another question', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.change('second')

  expect(rowAt(list.useStore.getState().window, 0)?.name).toBe('first 0')
  expect(isStale(list.useStore.getState())).toBe(true)

  await asked[1]?.answer()

  expect(rowAt(list.useStore.getState().window, 0)?.name).toBe('second 0')
  expect(isStale(list.useStore.getState())).toBe(false)
})

test('a late answer to an earlier question is dropped', async () => {
  const list = openList()
  void list.change('a')
  void list.change('ab')
  await asked[1]?.answer()
  await asked[0]?.answer()

  expect(rowAt(list.useStore.getState().window, 0)?.name).toBe('ab 0')
  expect(list.useStore.getState().shown).toBe('ab')
})

test('a refresh asks for what is on screen and keeps the rows meanwhile', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.show(210, 230)
  await asked[1]?.answer()
  void list.refresh()

  expect(asked.at(-1)?.offset).toBe(200)
  expect(rowAt(list.useStore.getState().window, 215)?.name).toBe('first 215')

  await asked.at(-1)?.answer(succeed(pageOf('changed', 200, 240)))

  expect(list.useStore.getState().window.total).toBe(240)
  expect(rowAt(list.useStore.getState().window, 215)?.name).toBe('changed 215')
})

test('a failure keeps the rows, and the next answer clears it', async () => {
  const list = openList()
  void list.open()
  await asked[0]?.answer()
  void list.refresh()
  await asked[1]?.answer(fail({ code: 'internal' }))

  expect(list.useStore.getState().failure?.code).toBe('internal')
  expect(rowAt(list.useStore.getState().window, 0)?.name).toBe('first 0')

  void list.refresh()
  await asked[2]?.answer()

  expect(list.useStore.getState().failure).toBeNull()
})

test('a lock empties the list and an answer under way does not fill it again', async () => {
  const list = openList()
  void list.open()
  noteLock()
  await asked[0]?.answer()

  expect(list.useStore.getState().shown).toBeNull()
  expect(list.useStore.getState().window.pages.size).toBe(0)
})
