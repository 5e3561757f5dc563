import { beforeEach, expect, test } from 'vitest'
import { selectTrash, trashList, useTrashList, useTrashSelection } from '../../../../renderer/features/trash/trash-store.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

const ids = [1, 2, 3].map(n => ContactId.parse(sampleId(n)))

beforeEach(async () => {
  installFakeCrm({ customers: 5 })
  await call('contacts.trash', { ids })
  await trashList.refresh()
})

test('rows are ticked one by one, all together and not at all', () => {
  selectTrash({ kind: 'toggle', index: 1 })
  expect(useTrashSelection.getState().ids.size).toBe(1)

  selectTrash({ kind: 'all' })
  expect([...useTrashSelection.getState().ids].toSorted()).toEqual(ids)

  selectTrash({ kind: 'none' })
  expect(useTrashSelection.getState().ids.size).toBe(0)
})

test('a lock forgets rows and ticks', () => {
  selectTrash({ kind: 'all' })
  noteLock()

  expect(useTrashSelection.getState().ids.size).toBe(0)
  expect(useTrashList.getState().window.total).toBe(0)
})
