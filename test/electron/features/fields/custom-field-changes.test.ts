import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CustomFieldDraft } from '../../../../shared/features/fields/custom-field.ts'
import { type ContactsVault, openContactsVault, refusalOf } from '../contacts/contacts-vault.ts'
import { aField } from './field-drafts.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const save = (draft: Partial<CustomFieldDraft>) => shop.call('fields.save', aField(draft))
const list = () => shop.call('fields.list', {})
const names = () => list().map(field => field.name)
const words = { choices: [aWord('a', 'Red'), aWord('b', 'Blue')] }

function aWord(id: string, name: string, hidden = false) {
  return { id, name, hidden }
}

test('a field is listed as it was saved, with its place and how many living customers have a value', () => {
  const { id } = save({ name: 'Skin type', type: 'choice', ...words, personal: true, sensitive: true, sensitiveReason: 'care' })
  const value = { custom: [{ fieldId: id, value: 'a' }] }
  shop.create(value)
  const gone = shop.create(value)
  shop.call('contacts.trash', { ids: [gone] })

  expect(list()).toEqual([
    {
      ...aField({ name: 'Skin type', type: 'choice', ...words, personal: true, sensitive: true, sensitiveReason: 'care' }),
      id,
      position: 0,
      used: 1,
    },
  ])
})

test('saving a field again changes only what differs, and nothing when nothing does', () => {
  const { id } = save({ name: 'Size' })

  expect(save({ id, name: 'Size' }).act).toBeNull()
  const { act } = save({ id, name: 'Shoe size', inList: true })

  expect(act).toMatchObject({ name: 'field-save', subject: 'Shoe size' })
  expect(shop.vault.spine.rowCount(act?.id ?? '')).toBe(1)
  expect(list()).toMatchObject([{ id, name: 'Shoe size', inList: true }])
})

test('a field is refused with another type, a name that is there, a word twice, or no word to choose', () => {
  const { id } = save({ name: 'Size' })
  save({ name: 'Colour', type: 'choice', ...words })

  expect(refusalOf(() => save({ id, name: 'Size', type: 'number' }))).toBe('invalid-input type')
  expect(refusalOf(() => save({ name: ' ｃｏｌｏｕｒ ' }))).toBe('invalid-input name')
  expect(refusalOf(() => save({ name: 'X', type: 'several' }))).toBe('invalid-input choices')
  const twice = [aWord('a', 'Red'), aWord('a', 'Blue')]
  expect(refusalOf(() => save({ name: 'X', type: 'choice', choices: twice }))).toBe('invalid-input choices.1.id')
  const sameName = [aWord('a', 'Red'), aWord('b', 'red')]
  expect(refusalOf(() => save({ name: 'X', type: 'choice', choices: sameName }))).toBe('invalid-input choices.1.name')
  expect(refusalOf(() => save({ id: shop.create({}), name: 'X' }))).toBe('not-found')
})

test('a word left out becomes hidden where a customer ever had it, and goes where nobody had', () => {
  const choices = [aWord('never-chosen', 'Red'), aWord('once-chosen', 'Blue'), aWord('stays', 'Green')]
  const { id } = save({ name: 'Colour', type: 'several', choices })
  const customer = shop.create({ custom: [{ fieldId: id, value: '["once-chosen"]' }] })
  shop.edit(customer, () => ({ custom: [] }))

  save({ id, name: 'Colour', type: 'several', choices: [aWord('stays', 'Green')] })

  expect(list()[0]?.choices).toEqual([aWord('stays', 'Green'), aWord('once-chosen', 'Blue', true)])
})

test('values of a removed field are out of sight and come back when the removal is undone', () => {
  const { id } = save({ name: 'Size' })
  const customer = shop.create({ custom: [{ fieldId: id, value: '42' }] })
  const { act } = shop.call('fields.remove', { id })

  expect([list(), shop.call('contacts.get', { id: customer }).custom]).toEqual([[], []])
  expect(refusalOf(() => shop.call('fields.remove', { id }))).toBe('not-found')
  // an edit meanwhile leaves the values alone
  shop.edit(customer, () => ({ note: 'x' }))
  shop.undo(act.id)

  expect(list()).toMatchObject([{ id, used: 1 }])
  expect(shop.call('contacts.get', { id: customer }).custom).toEqual([{ fieldId: id, value: '42', isPersonal: false }])

  shop.redo(act.id)
  expect(list()).toEqual([])
})

test('arrange gives the fields their order, with those not named after it, and is undone as one', () => {
  const [a, b, c] = ['A', 'B', 'C'].map(name => save({ name }).id)
  const ids = (...of: (string | undefined)[]) => of.filter(id => id !== undefined)

  expect(shop.call('fields.arrange', { ids: ids(a, b) }).act).toBeNull()
  const { act } = shop.call('fields.arrange', { ids: ids(c, a) })

  expect(names()).toEqual(['C', 'A', 'B'])
  shop.undo(act?.id ?? '')
  expect(names()).toEqual(['A', 'B', 'C'])
  expect(refusalOf(() => shop.call('fields.arrange', { ids: ids(a, a) }))).toBe('invalid-input ids.1')
  expect(refusalOf(() => shop.call('fields.arrange', { ids: [shop.vault.actor.staffId] }))).toBe('invalid-input ids.0')
})

test('a new field goes after the last one, also when one before it was removed', () => {
  const first = save({ name: 'A' })
  save({ name: 'B' })
  shop.call('fields.remove', { id: first.id })
  save({ name: 'C' })

  expect(names()).toEqual(['B', 'C'])
})
