import { afterEach, beforeEach, expect, test } from 'vitest'
import { testActor } from '../../../helpers/test-vault.ts'
import { type ContactsVault, openContactsVault } from '../contacts/contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const clerk = '0192ffff-0000-7000-8000-0000000000c1'

function hire(): void {
  const values = { name: 'Clerk', role: 'owner', created_at: '2026-11-20T08:00:00.000Z' }
  shop.vault.apply({ kind: 'edit', name: 'vault-create', subject: '' }, [{ table: 'staff', id: clerk, kind: 'insert', values }])
}

test('staff are listed in the order in which they came, with the living customers assigned to each', () => {
  hire()
  shop.create({ assigneeId: clerk })
  shop.create({ assigneeId: clerk })
  shop.call('contacts.trash', { ids: [shop.create({ assigneeId: clerk })] })

  expect(shop.call('staff.list', {})).toEqual([
    { id: testActor.staffId, name: 'Owner', customers: 0, isMe: true },
    { id: clerk, name: 'Clerk', customers: 2, isMe: false },
  ])
})

test('somebody who left is not listed, and customers keep her name', () => {
  hire()
  const id = shop.create({ assigneeId: clerk })
  shop.vault.apply({ kind: 'edit', name: 'vault-create', subject: '' }, [
    { table: 'staff', id: clerk, kind: 'delete', values: {} },
  ])

  expect(shop.call('staff.list', {}).map(member => member.name)).toEqual(['Owner'])
  expect(shop.call('contacts.get', { id })).toMatchObject({ assigneeId: clerk, assigneeName: 'Clerk' })
})
