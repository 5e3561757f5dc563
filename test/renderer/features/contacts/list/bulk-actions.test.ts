import { beforeAll, beforeEach, expect, test } from 'vitest'
import { contactList, queryContacts, useContactList } from '../../../../../renderer/features/contacts/contact-list-store.ts'
import {
  applySelection,
  selectAllFound,
  selectedCount,
  useContactSelection,
} from '../../../../../renderer/features/contacts/contact-selection-store.ts'
import { applyToOne, applyToSelected } from '../../../../../renderer/features/contacts/list/bulk-actions.ts'
import { rowAt } from '../../../../../renderer/features/contacts/paged-window.ts'
import { nobody } from '../../../../../renderer/features/contacts/selection-change.ts'
import { startI18n } from '../../../../../renderer/kernel/i18n.ts'
import { noteLock } from '../../../../../renderer/kernel/lock-counter.ts'
import { useNotices } from '../../../../../renderer/kernel/notice-store.ts'
import { useUndoOffer } from '../../../../../renderer/kernel/undo-offer.ts'
import { ContactId } from '../../../../../shared/features/contacts/contact.ts'
import type { FakeCrm } from '../../../../helpers/fake-crm.ts'
import { sampleId } from '../../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../../helpers/window-crm.ts'

let fake: FakeCrm

beforeAll(() => {
  Object.assign(globalThis, { document: { getElementById: () => null, documentElement: {} } })
  startI18n({ locale: 'en' })
})

beforeEach(async () => {
  noteLock()
  fake = installFakeCrm({ customers: 700 })
  await contactList.open()
})

const gold = { do: 'set', list: 'level', key: 'gold' } as const

test('a few customers are changed at once, and one Undo is offered', async () => {
  applySelection({ kind: 'toggle', index: 0 })
  applySelection({ kind: 'toggle', index: 1 })
  await applyToSelected({ do: 'tag', add: ['Tea'], remove: [] })
  await contactList.refresh()

  expect(useUndoOffer.getState().offer?.text).toBe('2 customers tagged Tea')
  expect(rowAt(useContactList.getState().window, 0)?.tags).toContain('Tea')
  expect(selectedCount()).toBe(2)
})

test('all that a search finds are changed by their question, without those unticked', async () => {
  await queryContacts({ search: '示例商行' })
  selectAllFound()
  applySelection({ kind: 'toggle', index: 3 })
  const count = selectedCount()
  await applyToSelected(gold)

  expect(count).toBe(115)
  expect(useUndoOffer.getState().offer?.act.count).toBeLessThanOrEqual(115)
})

test('more than 500 are changed by a job', async () => {
  selectAllFound()
  await applyToSelected(gold)

  expect(fake.calls).toContain('contacts.bulkAsJob')
  expect(fake.calls).not.toContain('contacts.bulk')
  expect(useNotices.getState().notices.at(-1)?.text).toContain('Changing 700 customers')
})

test('those who are moved to the Trash are no longer ticked', async () => {
  applySelection({ kind: 'toggle', index: 0 })
  await applyToSelected({ do: 'trash' })

  expect(useContactSelection.getState().ticked).toEqual(nobody)
})

test('it is said when nobody had to be changed', async () => {
  applySelection({ kind: 'toggle', index: 0 })
  await applyToSelected(gold)
  await applyToSelected(gold)

  expect(useNotices.getState().notices.at(-1)?.text).toBe('They were so already')
})

test('one customer is changed where it stands', async () => {
  const row = rowAt(useContactList.getState().window, 5)
  if (row === null) throw new Error('the row is loaded in this test')
  await applyToOne(row.id, { do: 'tag', add: ['Tea'], remove: [] })

  expect(useUndoOffer.getState().offer?.text).toBe('1 customer tagged Tea')
})

test('what does not work is said', async () => {
  const isDone = await applyToOne(ContactId.parse(sampleId(99_999)), gold)

  expect(isDone).toBe(false)
  expect(useNotices.getState().notices.at(-1)?.tone).toBe('error')
})
