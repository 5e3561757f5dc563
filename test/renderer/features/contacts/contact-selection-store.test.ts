import { beforeEach, expect, test, vi } from 'vitest'
import { contactList, queryContacts, useContactList } from '../../../../renderer/features/contacts/contact-list-store.ts'
import {
  activateContact,
  activateRow,
  applySelection,
  deselect,
  followRows,
  locateContact,
  selectAllFound,
  selectedCount,
  useContactSelection,
} from '../../../../renderer/features/contacts/contact-selection-store.ts'
import { rowAt } from '../../../../renderer/features/contacts/paged-window.ts'
import { isTicked } from '../../../../renderer/features/contacts/selection-change.ts'
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

test('a range holds every row of it, those too that were never loaded', async () => {
  applySelection({ kind: 'range', from: 40, to: 230 })

  expect(selectedCount()).toBe(60)
  await vi.waitFor(() => expect(selectedCount()).toBe(191))
  await contactList.loadIndex(230)
  const { ticked } = useContactSelection.getState()
  expect(isTicked(ticked, idAt(230))).toBe(true)
  await contactList.loadIndex(231)
  expect(isTicked(ticked, idAt(231))).toBe(false)
})

test('a range that becomes shorter gives back what it covered, and keeps what was ticked before it', () => {
  applySelection({ kind: 'toggle', index: 20 })
  applySelection({ kind: 'range', from: 3, to: 9 })
  applySelection({ kind: 'range', from: 3, to: 5 })

  expect(selectedCount()).toBe(4)
})

test('all that is found is ticked without being loaded, and no longer when other customers are asked for', async () => {
  selectAllFound()
  expect(selectedCount()).toBe(250)

  applySelection({ kind: 'toggle', index: 0 })
  expect(selectedCount()).toBe(249)

  await queryContacts({ sort: { by: 'name', dir: 'asc' } })
  expect(selectedCount()).toBe(249)
  await queryContacts({ search: '示例商行' })
  expect(selectedCount()).toBe(0)
})

test('a customer opened from elsewhere is found wherever in the list it stands', async () => {
  await contactList.loadIndex(210)
  const far = idAt(210)
  noteLock()
  await contactList.open()
  await locateContact(far)

  expect(cursor()).toBe(210)
  expect(idAt(cursor())).toBe(far)
})

test('a customer that the list does not hold has no row', async () => {
  const gone = idAt(7)
  await call('contacts.trash', { ids: [gone] })
  await contactList.refresh()
  await locateContact(gone)

  expect(cursor()).toBe(-1)
})
