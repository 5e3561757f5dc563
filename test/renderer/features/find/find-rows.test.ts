import { expect, test } from 'vitest'
import { countResults, createRow, type FindRow, findSections } from '../../../../renderer/features/find/find-rows.ts'
import { rowOf, sampleContacts, sampleId } from '../../../helpers/fake-shop.ts'

const hits = sampleContacts(8, new Date()).map(contact => ({ row: rowOf(contact), matched: 'name' as const }))
const commands = [
  { id: 'new-contact', words: 'New customer' },
  { id: 'import', words: 'Import…' },
  { id: 'lock', words: 'Lock' },
  { id: 'settings', words: 'Settings…' },
  { id: 'go-1', words: '转到客户' },
] as const
const staff = [
  { id: sampleId(1), name: 'Ann Sample', customers: 3, isMe: true },
  { id: sampleId(2), name: '员工样本', customers: 0, isMe: false },
]
const content = { mode: 'all', query: '', hits, staff, commands } as const
const shape = (sections: ReturnType<typeof findSections>) => sections.map(({ name, rows }) => [name, rows.length])
const keys = (rows: readonly FindRow[] | undefined) => rows?.map(row => row.key)

test('an empty box offers the last customers and three commands', () => {
  const sections = findSections(content)

  expect(shape(sections)).toEqual([
    ['recent', 5],
    ['commands', 3],
  ])
})

test('there are eight results at most, customers first, and the last row makes a new one', () => {
  expect(shape(findSections({ ...content, query: '王' }))).toEqual([
    ['customers', 8],
    ['commands', 1],
  ])

  const mixed = findSections({ ...content, query: 'set' })

  expect(shape(mixed)).toEqual([
    ['customers', 7],
    ['commands', 2],
  ])
  expect(mixed.at(-1)?.rows.at(-1)).toEqual({ kind: 'create', key: 'create', name: 'set', phone: '' })
})

test('staff whose name matches come after the customers', () => {
  expect(shape(findSections({ ...content, query: 'sample' }))).toEqual([
    ['customers', 7],
    ['staff', 1],
    ['commands', 1],
  ])
})

test('after > only commands are found: words by their beginning, Chinese ones anywhere', () => {
  const found = (query: string) => keys(findSections({ ...content, mode: 'commands', query, hits: [] })[0]?.rows)

  expect(found('')).toHaveLength(5)
  expect(found('lo')).toEqual(['lock'])
  expect(found('cust')).toEqual(['new-contact'])
  expect(found('stomer')).toBeUndefined()
  expect(found('客户')).toEqual(['go-1'])
})

test('after # there are customers and a new one, after @ staff only', () => {
  expect(shape(findSections({ ...content, mode: 'numbers', query: '1234' }))).toEqual([
    ['customers', 8],
    ['commands', 1],
  ])
  expect(findSections({ ...content, mode: 'numbers', query: '' })).toEqual([])
  expect(shape(findSections({ ...content, mode: 'numbers', query: 'M0004' }))).toEqual([['customers', 8]])
  expect(shape(findSections({ ...content, mode: 'staff', query: '' }))).toEqual([['staff', 2]])
  expect(keys(findSections({ ...content, mode: 'staff', query: '样本' })[0]?.rows)).toEqual([sampleId(2)])
})

test('results are all customers that are found, staff, and commands where they were asked for', () => {
  const count = (part: { mode?: 'all' | 'commands' | 'staff' | 'numbers'; query: string }, total: number) => {
    const whole = { ...content, ...part }
    return countResults(whole, findSections(whole), total)
  }

  expect(count({ query: 'sample' }, 40)).toBe(41)
  expect(count({ query: 'set' }, 8)).toBe(8)
  expect(count({ mode: 'commands', query: '' }, 0)).toBe(5)
  expect(count({ mode: 'staff', query: '' }, 0)).toBe(2)
  expect(count({ mode: 'numbers', query: '12' }, 9)).toBe(9)
})

test('digits go into the phone of a new customer, other signs into the name', () => {
  expect(createRow('100 1234 5678')).toMatchObject({ name: '', phone: '100 1234 5678' })
  expect(createRow('+86 10012345678')).toMatchObject({ name: '' })
  expect(createRow('7号店')).toMatchObject({ name: '7号店', phone: '' })
})
