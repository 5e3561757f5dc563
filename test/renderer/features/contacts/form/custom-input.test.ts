import { expect, test } from 'vitest'
import { customProblems, customToSave, storedText } from '../../../../../renderer/features/contacts/form/custom-input.ts'
import type { CustomField, CustomFieldType } from '../../../../../shared/features/fields/custom-field.ts'

function field(id: string, type: CustomFieldType, change: Partial<CustomField> = {}): CustomField {
  const plain = { required: false, personal: false, sensitive: false, sensitiveReason: '', inList: false, hidden: false }
  return { id, name: id, type, choices: [], position: 0, used: 0, ...plain, ...change }
}

test.each([
  ['12', '12'],
  ['１２．５', '12.5'],
  ['３。５', '3.5'],
  ['１，２００', '1200'],
  ['1,234,567.80', '1234567.80'],
  ['−7', '-7'],
  ['+007', '7'],
  ['.5', '0.5'],
  [' 1 000 ', '1000'],
])('%s is the number %s', (typed, stored) => {
  expect(storedText('number', typed)).toBe(stored)
})

test.each(['about 3', '1,2', '1.2.3', '', '-', '１２月', '12345678901234567', '1e5'])('%s is no number', typed => {
  expect(storedText('number', typed)).toBeNull()
})

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['２０２６/３/１', '2026-03-01'],
  ['20260301', '2026-03-01'],
])('%s is the date %s', (typed, stored) => {
  expect(storedText('date', typed)).toBe(stored)
})

test.each(['2026-02-30', '1/3/2026', 'tomorrow', '2026-03'])('%s is no date', typed => {
  expect(storedText('date', typed)).toBeNull()
})

test('values are saved in the order of the fields, and those of hidden fields as they are', () => {
  const fields = [field('b', 'number'), field('a', 'text', { hidden: true })]

  expect(customToSave({ gone: 'kept', a: ' as it was ', b: '１', c: ' ' }, fields)).toEqual([
    { fieldId: 'b', value: '1' },
    { fieldId: 'a', value: ' as it was ' },
    { fieldId: 'gone', value: 'kept' },
  ])
})

test('each field says what is wrong with it, in the order of the fields', () => {
  const fields = [
    field('must', 'choice', { required: true }),
    field('long', 'phone'),
    field('count', 'number'),
    field('day', 'date'),
    field('away', 'number', { hidden: true, required: true }),
  ]
  const typed = { long: '1'.repeat(61), count: 'few', day: '30 Feb', away: 'x' }

  expect(customProblems(typed, fields)).toEqual([
    { field: 'custom.must', problem: 'required', limit: 0 },
    { field: 'custom.long', problem: 'too-long', limit: 60 },
    { field: 'custom.count', problem: 'not-a-number', limit: 0 },
    { field: 'custom.day', problem: 'not-a-date', limit: 0 },
  ])
})
