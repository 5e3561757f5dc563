import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ContactsVault, openContactsVault } from '../contacts/contacts-vault.ts'
import { aField } from './field-drafts.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const used = () => Object.fromEntries(shop.call('fields.list', {}).map(field => [field.name, field.used]))

test('counts follow values given, taken away, taken back, and customers in the Trash', () => {
  const [size, colour] = ['Size', 'Colour'].map(name => shop.call('fields.save', aField({ name })).id)
  const custom = [size, colour].flatMap(fieldId => (fieldId === undefined ? [] : [{ fieldId, value: 'x' }]))
  const both = shop.create({ custom })
  const one = shop.create({ custom: custom.slice(0, 1) })
  shop.create({})
  expect(used()).toEqual({ Size: 2, Colour: 1 })

  const edit = shop.edit(both, () => ({ custom: custom.slice(1) }))
  expect(used()).toEqual({ Size: 1, Colour: 1 })
  shop.undo(edit ?? '')
  expect(used()).toEqual({ Size: 2, Colour: 1 })

  shop.call('contacts.trash', { ids: [one, both] })
  expect(used()).toEqual({ Size: 0, Colour: 0 })
  shop.call('contacts.putBack', { ids: [both] })
  expect(used()).toEqual({ Size: 1, Colour: 1 })
})

test('a changed value moves no count, and a field that was removed comes back with its own', () => {
  const { id } = shop.call('fields.save', aField({ name: 'Size' }))
  const customer = shop.create({ custom: [{ fieldId: id, value: '42' }] })
  shop.edit(customer, () => ({ custom: [{ fieldId: id, value: '43' }] }))
  const { act } = shop.call('fields.remove', { id })
  shop.edit(customer, () => ({ note: 'meanwhile' }))
  shop.undo(act.id)

  expect(used()).toEqual({ Size: 1 })
})
