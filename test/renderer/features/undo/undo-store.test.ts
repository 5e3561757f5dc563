import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  loadUndoStack,
  redoLatest,
  undoLatest,
  undoOffered,
  useUndoStack,
} from '../../../../renderer/features/undo/undo-store.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { startI18n } from '../../../../renderer/kernel/i18n.ts'
import { useNotices } from '../../../../renderer/kernel/notice-store.ts'
import { offerUndo, useUndoOffer } from '../../../../renderer/kernel/undo-offer.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { createFakeCrm } from '../../../helpers/fake-crm.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'

beforeAll(() => startI18n({ locale: 'en' }))
beforeEach(() => {
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', { crm: createFakeCrm({ customers: 5 }) })
})
afterEach(() => vi.unstubAllGlobals())

async function trashTwo() {
  const ids = [1, 2].map(n => ContactId.parse(sampleId(n)))
  const result = await call('contacts.trash', { ids })
  if (!result.ok) throw new Error('the fake refused')
  await loadUndoStack()
  return result.value.act
}

async function living(): Promise<number> {
  const result = await call('contacts.list', {
    search: '',
    sort: { by: 'activity', dir: 'desc' },
    filter: null,
    customFields: [],
    offset: 0,
    limit: 1,
  })
  return result.ok ? result.value.total : -1
}

test('undo takes back the latest act, says so, and redo does it again', async () => {
  await trashTwo()
  expect(await living()).toBe(3)

  await undoLatest()
  expect(await living()).toBe(5)
  expect(useNotices.getState().notices.at(-1)?.text).toBe('Undone: move 2 customers to Trash')
  expect(useUndoStack.getState().stack).toMatchObject({ undo: null, redo: { asJob: false } })

  await redoLatest()

  expect(await living()).toBe(3)
})

test('undo takes back the newest act when the stack that is known is older', async () => {
  const known = await trashTwo()
  const newest = await call('contacts.trash', { ids: [ContactId.parse(sampleId(3))] })
  expect(useUndoStack.getState().stack.undo?.act.id).toBe(known.id)

  await undoLatest()

  expect(newest.ok).toBe(true)
  expect(await living()).toBe(3)
  expect(useUndoStack.getState().stack.undo?.act.id).toBe(known.id)
})

test('the offer of the bar is gone as soon as it is taken', async () => {
  offerUndo(await trashTwo(), '2 customers moved to Trash')

  await undoOffered()

  expect(useUndoOffer.getState().offer).toBeNull()
  expect(await living()).toBe(5)
})

test('nothing happens when there is nothing to undo', async () => {
  await loadUndoStack()

  await undoLatest()

  expect(await living()).toBe(5)
})
