import { beforeAll, expect, test } from 'vitest'
import {
  directionWords,
  firstDirection,
  footOrderWords,
  orderWords,
  sortableBy,
} from '../../../../../renderer/features/contacts/list/order-words.ts'
import { startI18n, text } from '../../../../../renderer/kernel/i18n.ts'
import { sortColumns } from '../../../../../shared/features/contacts/contact-list-query.ts'

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: {} } })
  startI18n({ locale: 'en' })
})

test('the order is said in words', () => {
  expect(orderWords(text, [], { by: 'activity', dir: 'desc' })).toBe('sorted by last activity, newest first')
  expect(footOrderWords(text, [], { by: 'name', dir: 'asc' })).toBe('Sorted by name, A to Z')
  expect(footOrderWords(text, [], { by: 'phone', dir: 'asc' })).toBe('Sorted by phone, 0 to 9')
  expect(orderWords(text, [], { by: 'relevance', dir: 'desc' })).toBe('best match first')
  expect(directionWords(text, [], { by: 'birthday', dir: 'asc' })).toBe('from January')
  expect(directionWords(text, [], { by: 'level', dir: 'desc' })).toBe('in reverse list order')
})

test('a first click gives the newest of dates, else the beginning', () => {
  expect(firstDirection([], 'created')).toBe('desc')
  expect(firstDirection([], 'company')).toBe('asc')
  expect(firstDirection([], 'level')).toBe('asc')
})

test('everything but relevance can be chosen at any time', () => {
  expect(sortableBy([])).toEqual(sortColumns.filter(by => by !== 'relevance'))
})
