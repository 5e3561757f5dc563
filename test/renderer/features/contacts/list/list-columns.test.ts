import { expect, test } from 'vitest'
import {
  columnChoices,
  columnWidths,
  filterTargetOf,
  moveColumn,
  roomNeeded,
  sortOf,
  toggleColumn,
} from '../../../../../renderer/features/contacts/list/list-columns.ts'
import { isBuiltIn } from '../../../../../renderer/features/contacts/list/list-view-store.ts'
import type { CustomField } from '../../../../../shared/features/fields/custom-field.ts'
import { defaultColumns, listColumns } from '../../../../../shared/features/views/saved-view.ts'
import { sampleId } from '../../../../helpers/fake-shop.ts'

function aField(n: number, change: Partial<CustomField> = {}): CustomField {
  return {
    id: sampleId(n),
    name: `Field ${n}`,
    type: 'text',
    choices: [],
    required: false,
    personal: false,
    sensitive: false,
    sensitiveReason: '',
    inList: true,
    hidden: false,
    position: n,
    used: 0,
    ...change,
  }
}

const t = (key: string) => key

test('columns that are shown come first in their order, own fields are offered by name, hidden and lost ones are not', () => {
  const choices = columnChoices(t, [aField(1), aField(2, { hidden: true })], ['created', sampleId(1), sampleId(9), 'phone'])

  expect(choices.slice(0, 3).map(choice => choice.title)).toEqual(['lists:column.created', 'Field 1', 'lists:column.phone'])
  expect(choices).toHaveLength(listColumns.length + 1)
  expect(choices.filter(choice => choice.shown)).toHaveLength(3)
})

test('a column is shown last, hidden, and moved no further than the ends', () => {
  expect(toggleColumn(['phone', 'tags'], 'level')).toEqual(['phone', 'tags', 'level'])
  expect(toggleColumn(['phone', 'tags'], 'phone')).toEqual(['tags'])
  expect(moveColumn(['phone', 'tags', 'level'], 'level', -1)).toEqual(['phone', 'level', 'tags'])
  expect(moveColumn(['phone', 'tags'], 'tags', 1)).toEqual(['phone', 'tags'])
  expect(moveColumn(['phone', 'tags'], 'email', 1)).toEqual(['phone', 'tags'])
})

test('where the list is narrow the company gives way first, then the tags; phone and activity stay longest', () => {
  const room = roomNeeded(defaultColumns, column => (isBuiltIn(column) ? columnWidths[column].width : 0), 100)
  const order = [...room].toSorted(([, a], [, b]) => a - b).map(([column]) => column)

  expect(order).toEqual(['phone', 'activity', 'tags', 'company'])
  expect(room.get('company')).toBe(100 + 124 + 100 + 112 + 120)
})

test('every column sorts and filters by what it shows', () => {
  expect(sortOf('tags')).toBeNull()
  expect(sortOf('name')).toBe('name')
  expect(sortOf(sampleId(1))).toBe(sampleId(1))
  expect(filterTargetOf('tags')).toBe('tag')
  expect(filterTargetOf('activity')).toBe('lastActivityAt')
  expect(filterTargetOf('place')).toBe('address')
  expect(filterTargetOf('level')).toBe('level')
  expect(filterTargetOf(sampleId(1))).toBe(`custom:${sampleId(1)}`)
})
