import { expect, test } from 'vitest'
import { noteLock } from '../../../renderer/kernel/lock-counter.ts'
import { takeWantedFilter, wantFilter } from '../../../renderer/kernel/wanted-filter.ts'
import type { FilterGroup } from '../../../shared/features/contacts/contact-filter.ts'

const ofAssignee: FilterGroup = {
  match: 'all',
  items: [{ on: 'choice', field: 'assignee', test: { op: 'any', values: ['a'] } }],
}

test('a wished filter is handed over once', () => {
  wantFilter({ ...ofAssignee, items: [] })
  wantFilter(ofAssignee)

  expect(takeWantedFilter()).toEqual(ofAssignee)
  expect(takeWantedFilter()).toBeNull()
})

test('a wished filter is forgotten when the vault is locked', () => {
  wantFilter({ match: 'any', items: [] })
  noteLock()

  expect(takeWantedFilter()).toBeNull()
})
