import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChanges, updateChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { newestChange, readContactRecord } from '../../../../electron/features/contacts/contact-records.ts'
import { getContactRecord } from '../../../../electron/features/contacts/contact-repository.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import { testActor } from '../../../helpers/test-vault.ts'
import { aField } from '../fields/field-drafts.ts'
import { aDraft, aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'
import { naughtyStrings } from './naughty-strings.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const act = { kind: 'edit', name: 'contact-edit', subject: '' } as const

test('every text is read as it was written, whatever is in it', () => {
  const { db } = shop.vault
  const fieldId = shop.call('fields.save', aField({ name: 'Size' })).id
  const id = newId()
  const values = naughtyStrings.filter(text => text.isWellFormed())
  const preferred = false
  const draft = aDraft({
    phones: values.map(value => aPhone(value)),
    emails: values.map(value => ({ id: null, label: 'home', value, preferred })),
    handles: values.map(value => ({ id: null, service: 'other', value, preferred })),
    addresses: values.map(text => {
      return {
        id: null,
        label: 'home',
        country: text,
        region: text,
        city: text,
        district: text,
        detail: text,
        postcode: text,
        preferred,
      }
    }),
  })
  shop.vault.apply(act, createChanges(draft, { id, createdAt: '', newId }))
  const read = getContactRecord(db, id)

  const valuesOf = (items: readonly { readonly value: string }[]): readonly string[] => items.map(item => item.value)
  expect([read.phones, read.emails, read.handles].map(valuesOf)).toEqual([values, values, values])
  for (const part of ['country', 'region', 'city', 'district', 'detail', 'postcode'] as const) {
    expect(read.addresses.map(address => address[part])).toEqual(values)
  }
  for (const value of values) {
    shop.vault.apply(
      act,
      updateChanges(
        getContactRecord(db, id),
        { ...draft, phones: [], emails: [], handles: [], addresses: [], custom: [{ fieldId, value }] },
        newId,
      ),
    )

    expect(valuesOf(getContactRecord(db, id).custom)).toEqual([value])
  }
})

test('lists are read in the order of the form, own fields in that of the fields', () => {
  const [size, colour] = [
    shop.call('fields.save', aField({ name: 'Size' })).id,
    shop.call('fields.save', aField({ name: 'Colour' })).id,
  ]
  const custom = [
    { fieldId: colour, value: 'red' },
    { fieldId: size, value: '42' },
  ]
  const id = shop.create({ phones: [aPhone('1'), aPhone('2'), aPhone('3')], custom })
  shop.edit(id, draft => ({ phones: draft.phones.toReversed() }))

  const { phones, custom: read } = getContactRecord(shop.vault.db, id)

  expect(phones.map(phone => phone.value)).toEqual(['3', '2', '1'])
  expect(read.map(item => item.field_id)).toEqual([size, colour])
})

test('a record names its newest change and the one responsible; nobody is read as nothing', () => {
  const { db } = shop.vault
  const id = shop.create({ phones: [aPhone('1')], assigneeId: testActor.staffId })
  shop.wait(5000)
  shop.edit(id, () => ({ phones: [] }))

  const read = readContactRecord(db, id)

  expect(read?.newest).toEqual(newestChange(db, id))
  expect(read?.newest.wall).toBe(shop.vault.wall.getTime())
  expect(read?.assigneeName).toBe('Owner')
  expect(getContactRecord(db, shop.create({})).assigneeName).toBe('')
  expect(readContactRecord(db, newId())).toBeUndefined()
})
