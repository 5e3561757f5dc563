import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { testActor } from '../../../helpers/test-vault.ts'
import { aField } from '../fields/field-drafts.ts'
import { aDraft, aPhone, type ContactsVault, openContactsVault, refusalOf } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const sources = (id: ContactId) => shop.call('contacts.provenance', { id })
const told = (id: ContactId) =>
  Object.fromEntries(sources(id).map(({ field, act, from }) => [field, from === null ? act.name : `${from.file} ${from.row}`]))

function importCard(): ContactId {
  const id = ContactId.parse(newId())
  const source = { file: 'cards.vcf', row: 41 }
  const draft = aDraft({ name: '李明', company: 'Acme', phones: [aPhone('111'), aPhone('222')], tags: ['茶'] })
  const changes = createChanges(draft, { id, createdAt: shop.vault.wall.toISOString(), newId, source })
  shop.vault.apply({ kind: 'import', name: 'vcard-import', subject: 'cards.vcf' }, changes)
  return id
}

test('every field that says something names its act, and the file and row it was imported from', () => {
  const id = importCard()
  shop.wait(1000)
  const [first, second] = shop.call('contacts.get', { id }).phones
  shop.edit(id, draft => ({
    company: 'Beta',
    memberNo: 'M-1',
    phones: draft.phones.map(phone => (phone.value === '222' ? { ...phone, value: '333' } : { ...phone, label: 'work' })),
    tags: [...draft.tags, 'VIP'],
  }))

  expect(told(id)).toEqual({
    name: 'cards.vcf 41',
    company: 'contact-edit',
    memberNo: 'contact-edit',
    [`phones.${first?.id}`]: 'cards.vcf 41',
    [`phones.${second?.id}`]: 'contact-edit',
    'tags.VIP': 'contact-edit',
    'tags.茶': 'cards.vcf 41',
  })
  expect(sources(id).find(source => source.field === 'company')).toMatchObject({
    at: '2026-11-20T08:00:01.000Z',
    staffName: 'Owner',
    act: { kind: 'edit', name: 'contact-edit', subject: '李明' },
    from: null,
  })
})

test('a value that an undo brought back names the undo, and one it did not touch keeps its source', () => {
  const id = importCard()
  const edit = shop.edit(id, () => ({ company: 'Beta' }))
  shop.undo(edit ?? '')

  const company = sources(id).find(source => source.field === 'company')
  expect(company).toMatchObject({ act: { kind: 'undo', name: 'contact-edit', undoes: edit }, from: null })
  expect(told(id)['name']).toBe('cards.vcf 41')
})

test('an item that was deleted and came back keeps its source', () => {
  const id = importCard()
  const edit = shop.edit(id, () => ({ phones: [], tags: [] }))
  expect(Object.keys(told(id)).filter(field => /phones|tags/.test(field))).toEqual([])
  shop.undo(edit ?? '')

  const phones = Object.entries(told(id)).filter(([field]) => field.startsWith('phones'))
  expect(phones.map(([, from]) => from)).toEqual(['cards.vcf 41', 'cards.vcf 41'])
})

test('own fields, the picture, the assignee and choices have sources; what nobody chose has none', () => {
  const { id: fieldId } = shop.call('fields.save', aField({ name: 'Size' }))
  const id = shop.create({ level: 'gold', assigneeId: testActor.staffId, custom: [{ fieldId, value: '42' }] })
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x01])
  shop.call('contacts.setPhoto', { id, picture: { base64: png.toString('base64') } })

  expect(told(id)).toEqual({
    name: 'contact-create',
    level: 'contact-create',
    assigneeId: 'contact-create',
    photo: 'contact-photo',
    [`custom:${fieldId}`]: 'contact-create',
  })
})

test('a customer that is not there has none', () => {
  expect(refusalOf(() => sources(ContactId.parse(testActor.staffId)))).toBe('not-found')
})
