import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { loadFields, useFieldStore } from '../../../../../renderer/features/fields/field-store.ts'
import {
  hideField,
  moveField,
  removeField,
  saveField,
  saveOptions,
} from '../../../../../renderer/features/settings/fields/field-acts.ts'
import { emptyField } from '../../../../../renderer/features/settings/fields/field-form-model.ts'
import { startI18n } from '../../../../../renderer/kernel/i18n.ts'
import { shownValue } from '../../../../../renderer/kernel/loadable.ts'
import { noteLock } from '../../../../../renderer/kernel/lock-counter.ts'
import { useNotices } from '../../../../../renderer/kernel/notice-store.ts'
import { useUndoOffer } from '../../../../../renderer/kernel/undo-offer.ts'
import type { CustomField } from '../../../../../shared/features/fields/custom-field.ts'
import { builtInOptions } from '../../../../../shared/features/fields/field-option.ts'
import type { FakeCrm } from '../../../../helpers/fake-crm.ts'
import { installFakeCrm } from '../../../../helpers/window-crm.ts'

let crm: FakeCrm
beforeAll(() => startI18n({ locale: 'en' }))
beforeEach(async () => {
  vi.stubGlobal('document', { getElementById: () => null, documentElement: {} })
  crm = installFakeCrm({ customers: 6, ownFields: true })
  await loadFields()
})
afterEach(() => {
  noteLock()
  vi.unstubAllGlobals()
})

const fields = () => shownValue(useFieldStore.getState().fields) ?? []
const offer = () => useUndoOffer.getState().offer
const undo = () => crm.call('acts.undo', { actId: offer()?.act.id })

function first(): CustomField {
  const [field] = fields()
  if (field === undefined) throw new Error('the sample fields are there')
  return field
}

test('a new field is kept at the end and can be taken back', async () => {
  expect(await saveField({ ...emptyField(), name: 'Size' })).toBeNull()
  expect(fields().at(-1)).toMatchObject({ name: 'Size', used: 0 })
  expect(offer()?.text).toBe('Field Size saved')

  await undo()
  await loadFields()
  expect(fields().map(field => field.name)).not.toContain('Size')
})

test('a refused field says why and offers nothing', async () => {
  const refused = await saveField({ ...emptyField(), id: first().id, name: 'X', type: 'date' })

  expect(refused?.code).toBe('invalid-input')
  expect(offer()).toBeNull()
})

test('a field is hidden with all that is in it, and shown again', async () => {
  await hideField(first(), true)
  expect(first()).toMatchObject({ hidden: true, used: 2 })

  await hideField(first(), false)
  expect(first()).toMatchObject({ hidden: false, used: 2 })
})

test('a deleted field says how many customers had something in it, and comes back', async () => {
  const field = first()
  await removeField(field)

  expect(fields()).not.toContainEqual(field)
  expect(offer()?.text).toBe(`Field ${field.name} deleted, with what 2 customers had in it`)

  await undo()
  await loadFields()
  expect(first()).toEqual(field)
})

test('a field moves by one place; at the end nothing happens', async () => {
  const [one, two] = fields().map(field => field.name)

  expect(await moveField(fields(), 0, 1)).toBe(true)
  expect(
    fields()
      .map(field => field.name)
      .slice(0, 2),
  ).toEqual([two, one])
})

test('a list that is refused stays as it was and says so', async () => {
  const options = builtInOptions.level.map(key => ({ key, name: 'x'.repeat(51), hidden: false }))

  expect(await saveOptions('level', options, 'renamed')).toBe(false)
  expect(useNotices.getState().notices).toMatchObject([{ tone: 'error' }])
  expect(offer()).toBeNull()
})
