import { expect, test } from 'vitest'
import { actionRows, type CustomerActionId } from '../../../../renderer/features/find/customer-actions.ts'
import { rowOf, sampleContact } from '../../../helpers/fake-shop.ts'

const words = (id: CustomerActionId) =>
  ({ open: 'Open', window: 'Open in a new window', edit: 'Edit', 'copy-phone': 'Copy phone', trash: 'Move to Trash' })[id]
const customer = rowOf(sampleContact(1, new Date()))
const ids = (row: typeof customer, query: string) => actionRows(row, words, query).map(one => one.key)

test('all actions are offered, opening first', () => {
  expect(ids(customer, '')).toEqual(['open', 'window', 'edit', 'copy-phone', 'trash'])
})

test('no phone is copied when there is none', () => {
  expect(ids({ ...customer, phone: '' }, '')).not.toContain('copy-phone')
})

test('typing looks among the actions', () => {
  expect(ids(customer, ' OPEN ')).toEqual(['open', 'window'])
  expect(ids(customer, 'zzz')).toEqual([])
})
