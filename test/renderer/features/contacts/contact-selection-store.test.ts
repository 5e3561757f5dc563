import { beforeEach, expect, test } from 'vitest'
import { contactList, queryContacts, useContactList } from '../../../../renderer/features/contacts/contact-list-store.ts'
import {
  activateContact,
  activateRow,
  applySelection,
  deselect,
  followRows,
  selectedCount,
  useContactSelection,
} from '../../../../renderer/features/contacts/contact-selection-store.ts'
import { rowAt } from '../../../../renderer/features/contacts/paged-window.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

beforeEach(async () => {
  noteLock()
  installFakeCrm({ customers: 250 })
  await contactList.open()
})

function idAt(index: number): ContactId {
  const row = rowAt(useContactList.getState().window, index)
  if (row === null) throw new Error('the row is loaded in this test')
  return row.id
}

function cursor(): number {
  return useContactSelection.getState().active
}

test('the cursor stays on its customer when one above it goes', async () => {
  const kept = idAt(5)
  activateRow(5)
  await call('contacts.trash', { ids: [idAt(2)] })
  await contactList.refresh()
  followRows(kept)

  expect(cursor()).toBe(4)
  expect(idAt(4)).toBe(kept)
})

test('the cursor is on no row when its customer is no longer in the list, so that no key acts on another', async () => {
  activateRow(4)
  await queryContacts({ search: '示例商行' })
  followRows(null)

  expect(cursor()).toBe(-1)
})

test('the cursor goes to the open customer when its own is gone', async () => {
  const next = idAt(6)
  activateRow(5)
  await call('contacts.trash', { ids: [idAt(5)] })
  await contactList.refresh()
  followRows(next)

  expect(idAt(cursor())).toBe(next)
})

test('a row that is reached before it is loaded is told when it comes', async () => {
  activateRow(150)

  expect(followRows(null)).toBeNull()

  await contactList.loadIndex(150)

  expect(followRows(null)).toBe(idAt(150))
  expect(followRows(null)).toBeNull()
})

test('a customer opened from elsewhere gets the cursor when its row is loaded, else nobody does', async () => {
  activateRow(3)
  activateContact(idAt(7))
  expect(cursor()).toBe(7)

  await contactList.loadIndex(150)
  const far = idAt(150)
  noteLock()
  await contactList.open()
  activateRow(3)
  activateContact(far)

  expect(cursor()).toBe(-1)
})

test('ticks add up, outlive a search and leave with their customers', async () => {
  applySelection({ kind: 'toggle', index: 0 })
  applySelection({ kind: 'range', from: 4, to: 2 })
  const gone = idAt(0)
  await queryContacts({ search: '示例商行' })

  expect(selectedCount()).toBe(4)

  deselect([gone])

  expect(selectedCount()).toBe(3)
})

test('all means all that is loaded', () => {
  applySelection({ kind: 'all' })
  expect(selectedCount()).toBe(100)

  applySelection({ kind: 'toggle', index: 0 })
  expect(selectedCount()).toBe(99)

  applySelection({ kind: 'none' })
  expect(selectedCount()).toBe(0)
})
