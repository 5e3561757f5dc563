import { expect, test } from 'vitest'
import { createRow, findSections, readQuery } from '../../../../renderer/features/find/find-rows.ts'
import { rowOf, sampleContacts } from '../../../helpers/fake-shop.ts'

const hits = sampleContacts(9, new Date()).map(contact => ({ row: rowOf(contact), matched: 'name' as const }))
const commands = [
  { id: 'new-contact', words: 'New customer' },
  { id: 'import', words: 'Import…' },
  { id: 'lock', words: 'Lock' },
  { id: 'settings', words: 'Settings…' },
] as const

test('an empty box offers the last customers and three commands', () => {
  const sections = findSections({ text: '', hits, commands })

  expect(sections.map(section => [section.name, section.rows.length])).toEqual([
    ['recent', 5],
    ['commands', 3],
  ])
})

test('customers come first, eight at most, and the last row makes a new one', () => {
  const sections = findSections({ text: 'sample', hits, commands })

  expect(sections[0]).toMatchObject({ name: 'customers' })
  expect(sections[0]?.rows).toHaveLength(8)
  expect(sections.at(-1)?.rows.at(-1)).toEqual({ kind: 'create', key: 'create', name: 'sample', phone: '' })
})

test('after > only commands are found', () => {
  expect(findSections({ text: '> lo', hits: [], commands })).toEqual([
    { name: 'commands', rows: [{ kind: 'command', key: 'lock', id: 'lock', words: 'Lock' }] },
  ])
  expect(findSections({ text: '》', hits: [], commands })[0]?.rows).toHaveLength(4)
})

test('digits go into the phone of a new customer, other signs into the name', () => {
  expect(createRow('100 1234 5678')).toMatchObject({ name: '', phone: '100 1234 5678' })
  expect(createRow('+86 10012345678')).toMatchObject({ name: '' })
  expect(createRow('7号店')).toMatchObject({ name: '7号店', phone: '' })
})

test('text that an input method still composes is searched as pinyin', () => {
  expect(readQuery("li'shi'li", true)).toEqual({ mode: 'customers', query: 'lishili' })
  expect(readQuery('li shi', false)).toEqual({ mode: 'customers', query: 'li shi' })
})
