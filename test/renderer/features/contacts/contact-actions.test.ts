import { beforeAll, beforeEach, expect, test } from 'vitest'
import { putBackContacts, trashContacts } from '../../../../renderer/features/contacts/contact-actions.ts'
import { useContactSelection } from '../../../../renderer/features/contacts/contact-selection-store.ts'
import { nobody } from '../../../../renderer/features/contacts/selection-change.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { startI18n } from '../../../../renderer/kernel/i18n.ts'
import { useNotices } from '../../../../renderer/kernel/notice-store.ts'
import { useUndoOffer, withdrawUndoOffer } from '../../../../renderer/kernel/undo-offer.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

const idOf = (n: number) => ContactId.parse(sampleId(n))

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

beforeAll(() => {
  Object.assign(globalThis, { document: { getElementById: () => null, documentElement: {} } })
  startI18n({ locale: 'en' })
})

beforeEach(() => {
  installFakeCrm({ customers: 450 })
  withdrawUndoOffer()
  useNotices.setState({ notices: [] })
  useContactSelection.setState({ ticked: nobody, active: -1 })
})

test('one customer is named, leaves the selection and can be taken back', async () => {
  useContactSelection.setState({ ticked: { mode: 'ids', ids: new Set([idOf(1), idOf(2)]) } })
  await trashContacts([idOf(1)], 'Sample')

  expect(useUndoOffer.getState().offer?.text).toBe('Sample moved to Trash')
  expect(useContactSelection.getState().ticked).toEqual({ mode: 'ids', ids: new Set([idOf(2)]) })
  expect(await living()).toBe(449)
})

test('more customers than one act takes are moved all the same and offered back as one step', async () => {
  await trashContacts(
    Array.from({ length: 401 }, (_, n) => idOf(n + 1)),
    '',
  )
  const [notice] = useNotices.getState().notices

  expect(await living()).toBe(49)
  expect(notice?.text).toBe('401 customers moved to Trash')
  expect(useUndoOffer.getState().offer).toBeNull()
  expect(notice?.action?.label).toBe('Undo')
})

test('a customer is put back', async () => {
  await trashContacts([idOf(1)], 'Sample')
  await putBackContacts([idOf(1)], 'Sample')

  expect(await living()).toBe(450)
  expect(useUndoOffer.getState().offer?.text).toBe('Sample put back')
})

test('a refusal is said and what stands in the list stays', async () => {
  const isDone = await trashContacts([idOf(9999)], 'Nobody')

  expect(isDone).toBe(false)
  expect(useNotices.getState().notices.at(-1)?.tone).toBe('error')
  expect(await living()).toBe(450)
})
