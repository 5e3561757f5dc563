import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import type { CustomFieldDraft } from '../../../../shared/features/fields/custom-field.ts'
import { testActor } from '../../../helpers/test-vault.ts'
import { aField } from '../fields/field-drafts.ts'
import { aDraft, type ContactsVault, openContactsVault, refusalOf } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const nobody = '0192ffff-0000-7000-8000-0000000000ee'
const field = (draft: Partial<CustomFieldDraft>) => shop.call('fields.save', aField(draft)).id
const words = [
  { id: 'a', name: 'Red', hidden: false },
  { id: 'b', name: 'Blue', hidden: false },
]

function refusalOfDraft(draft: Partial<ContactDraft>): string | null {
  return refusalOf(() => shop.call('contacts.create', { draft: aDraft(draft) }))
}

function holds(type: CustomFieldDraft['type'], values: readonly string[]): readonly boolean[] {
  const choices = type === 'choice' || type === 'several' ? words : []
  const fieldId = field({ name: type, type, choices })
  return values.map(value => refusalOfDraft({ custom: [{ fieldId, value }] }) === null)
}

test('a customer is assigned to somebody who works here, or to nobody', () => {
  const id = shop.create({ assigneeId: testActor.staffId })

  expect(shop.call('contacts.get', { id })).toMatchObject({ assigneeId: testActor.staffId, assigneeName: 'Owner' })
  expect(refusalOfDraft({ assigneeId: nobody })).toBe('invalid-input assigneeId')
  shop.edit(id, () => ({ assigneeId: null }))
  expect(shop.call('contacts.get', { id })).toMatchObject({ assigneeId: null, assigneeName: '' })
})

test('level, source and stage are words of their lists', () => {
  expect(refusalOfDraft({ level: 'gold', source: 'event', stage: 'bought' })).toBeNull()
  expect(refusalOfDraft({ level: 'walk-in' })).toBe('invalid-input level')
  expect(refusalOfDraft({ source: 'gold' })).toBe('invalid-input source')
  expect(refusalOfDraft({ stage: nobody })).toBe('invalid-input stage')
})

test('a hidden word stays with a customer who has it, and is given to nobody else', () => {
  const id = shop.create({ level: 'gold' })
  shop.call('fields.saveOptions', { list: 'level', options: [{ key: 'vip', name: '', hidden: false }] })

  expect(shop.edit(id, () => ({ note: 'x' }))).not.toBeNull()
  expect(refusalOfDraft({ level: 'gold' })).toBe('invalid-input level')
  shop.edit(id, () => ({ level: 'vip' }))
  expect(refusalOf(() => shop.edit(id, () => ({ level: 'gold' })))).toBe('invalid-input level')
})

test('an own field holds what its type allows', () => {
  expect(holds('text', ['x', '  '])).toEqual([true, false])
  expect(holds('number', ['-1.5', '1,5', '1e3'])).toEqual([true, false, false])
  expect(holds('date', ['2026-02-28', '2026-02-30', '28.2.2026'])).toEqual([true, false, false])
  expect(holds('choice', ['a', 'Red', '["a"]'])).toEqual([true, false, false])
  expect(holds('several', ['["a"]', '["b","a"]', '["a","c"]', '["a","a"]', '[]', 'a'])).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(holds('yes-no', ['yes', 'no', 'true'])).toEqual([true, true, false])
  expect(holds('phone', ['138 0013 8000', '1'.repeat(61)])).toEqual([true, false])
})

test('a field is refused twice in one draft, and where there is no such field', () => {
  const fieldId = field({})
  const twice = [
    { fieldId, value: 'x' },
    { fieldId, value: 'y' },
  ]

  expect(refusalOfDraft({ custom: twice })).toBe(`invalid-input custom.${fieldId}`)
  expect(refusalOfDraft({ custom: [{ fieldId: nobody, value: 'x' }] })).toBe(`invalid-input custom.${nobody}`)
})

test('a required field is missed on the form, but not while it is hidden', () => {
  const fieldId = field({ name: 'Size', required: true })

  expect(refusalOfDraft({})).toBe(`invalid-input custom.${fieldId}`)
  expect(refusalOfDraft({ custom: [{ fieldId, value: '42' }] })).toBeNull()
  field({ id: fieldId, name: 'Size', required: true, hidden: true })
  expect(refusalOfDraft({})).toBeNull()
})

test('what a hidden field holds stays, whether the form sends it back or not, and cannot be changed', () => {
  const fieldId = field({ name: 'Size' })
  const id = shop.create({ custom: [{ fieldId, value: '42' }] })
  field({ id: fieldId, name: 'Size', hidden: true })

  shop.edit(id, () => ({ note: 'sent back' }))
  shop.edit(id, () => ({ note: 'left out', custom: [] }))

  expect(shop.call('contacts.get', { id }).custom).toEqual([{ fieldId, value: '42', isPersonal: false }])
  expect(refusalOf(() => shop.edit(id, () => ({ custom: [{ fieldId, value: '43' }] })))).toBe(`invalid-input custom.${fieldId}`)
})

test('a hidden choice stays with a customer who has it, beside new ones', () => {
  const fieldId = field({ name: 'Colour', type: 'several', choices: words })
  const id = shop.create({ custom: [{ fieldId, value: '["a"]' }] })
  const hidden = words.map(word => ({ ...word, hidden: word.id === 'a' }))
  field({ id: fieldId, name: 'Colour', type: 'several', choices: hidden })

  expect(shop.edit(id, () => ({ custom: [{ fieldId, value: '["b","a"]' }] }))).not.toBeNull()
  expect(refusalOfDraft({ custom: [{ fieldId, value: '["a"]' }] })).toBe(`invalid-input custom.${fieldId}`)
})
