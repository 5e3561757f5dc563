import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContactDraft, ContactId } from '../../../../shared/features/contacts/contact.ts'
import { testActor } from '../../../helpers/test-vault.ts'
import { aField } from '../fields/field-drafts.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

function edit(id: ContactId, change: (draft: ContactDraft) => Partial<ContactDraft>): void {
  shop.wait(1000)
  shop.edit(id, change)
}

const history = (id: string, before: string | null = null, limit = 50) => shop.call('contacts.history', { id, before, limit })

test('history tells every act with what was before and after', () => {
  const id = shop.create({ name: '李明', company: 'Acme', phones: [aPhone('111')], tags: ['茶'] })
  edit(id, draft => ({
    name: '李敏',
    birthday: { calendar: 'solar', year: 1990, month: 5, day: 1, leap: false },
    phones: [...draft.phones, aPhone('222')],
  }))
  edit(id, draft => ({
    company: '',
    phones: draft.phones.filter(phone => phone.value !== '111').map(phone => ({ ...phone, value: '333' })),
    tags: [],
  }))
  edit(id, draft => ({ phones: draft.phones.map(phone => ({ ...phone, label: 'work' as const })) }))

  const { entries, more } = history(id)

  expect(more).toBe(false)
  expect(entries.map(entry => [entry.act.name, entry.staffName, entry.at])).toEqual([
    ['contact-edit', 'Owner', '2026-11-20T08:00:03.000Z'],
    ['contact-edit', 'Owner', '2026-11-20T08:00:02.000Z'],
    ['contact-edit', 'Owner', '2026-11-20T08:00:01.000Z'],
    ['contact-create', 'Owner', '2026-11-20T08:00:00.000Z'],
  ])
  expect(entries.map(entry => entry.changes.map(({ field, before, after }) => [field, before, after]))).toEqual([
    [['phones.label', 'mobile', 'work']],
    [
      ['company', 'Acme', ''],
      ['phones', '111', ''],
      ['phones', '222', '333'],
      ['tags', '茶', ''],
    ],
    [
      ['name', '李明', '李敏'],
      ['birthday', '', '1990-05-01'],
      ['phones', '', '222'],
    ],
    [
      ['name', '', '李明'],
      ['company', '', 'Acme'],
      ['phones', '', '111'],
      ['tags', '', '茶'],
    ],
  ])
})

test('history tells undo, trash and putBack too', () => {
  const id = shop.create({ name: 'A' })
  edit(id, () => ({ name: 'B' }))
  const [edited] = history(id).entries
  shop.vault.db.transaction(() => shop.vault.spine.undo(edited?.act.id ?? '', shop.vault.actor))
  shop.call('contacts.trash', { ids: [id] })
  shop.call('contacts.putBack', { ids: [id] })

  const { entries } = history(id)

  expect(entries.map(entry => [entry.act.kind, entry.act.name])).toEqual([
    ['edit', 'contact-put-back'],
    ['edit', 'contact-trash'],
    ['undo', 'contact-edit'],
    ['edit', 'contact-edit'],
    ['edit', 'contact-create'],
  ])
  expect(entries[2]?.changes).toEqual([{ field: 'name', before: 'B', after: 'A' }])
  expect(entries[2]?.act.undoes).toBe(edited?.act.id)
})

test('history goes on after the last entry seen, without gaps or repeats', () => {
  const id = shop.create({ name: 'A', phones: [aPhone('111'), aPhone('222')] })
  for (const name of ['B', 'C', 'D']) edit(id, draft => ({ name, phones: draft.phones.toReversed() }))
  const all = history(id).entries

  const pages = []
  let before: string | null = null
  for (let more = true; more; ) {
    const page = history(id, before, 1)
    pages.push(...page.entries)
    before = page.entries.at(-1)?.key ?? null
    more = page.more
  }

  expect(pages).toEqual(all)
  expect(all).toHaveLength(4)
})

test('history of one customer does not tell of another', () => {
  const [a, b] = [shop.create({ name: 'A' }), shop.create({ name: 'B' })]
  edit(b, () => ({ name: 'B2' }))

  expect(history(a).entries).toHaveLength(1)
})

test('history tells what belongs to the shop in keys, people by name and own fields in readable values', () => {
  const choices = [
    { id: 'a', name: 'Red', hidden: false },
    { id: 'b', name: 'Blue', hidden: false },
  ]
  const colour = shop.call('fields.save', aField({ name: 'Colour', type: 'several', choices })).id
  const member = shop.call('fields.save', aField({ name: 'Member', type: 'yes-no', personal: true })).id
  const id = shop.create({ name: 'A' })
  edit(id, () => ({ level: 'gold', assigneeId: testActor.staffId, language: 'yue', pinnedNote: 'nuts' }))
  edit(id, () => ({
    custom: [
      { fieldId: colour, value: '["a","b"]' },
      { fieldId: member, value: 'yes' },
    ],
  }))
  edit(id, draft => ({
    assigneeId: null,
    custom: draft.custom.map(item => ({ ...item, value: item.value === 'yes' ? 'no' : '["b"]' })),
  }))
  shop.call('fields.remove', { id: colour })

  const [third, second, first] = history(id).entries.map(entry => entry.changes)

  expect(first).toEqual([
    { field: 'language', before: 'not-stated', after: 'yue' },
    { field: 'level', before: '', after: 'gold' },
    { field: 'assigneeId', before: '', after: 'Owner' },
    { field: 'pinnedNote', before: '', after: 'nuts' },
  ])
  expect(second).toEqual([
    { field: `custom:${colour}`, before: '', after: 'Red, Blue', fieldName: 'Colour', isPersonal: false },
    { field: `custom:${member}`, before: '', after: 'yes', fieldName: 'Member', isPersonal: true },
  ])
  expect(third).toEqual([
    { field: 'assigneeId', before: 'Owner', after: '' },
    { field: `custom:${colour}`, before: 'Red, Blue', after: 'Blue', fieldName: 'Colour', isPersonal: false },
    { field: `custom:${member}`, before: 'yes', after: 'no', fieldName: 'Member', isPersonal: true },
  ])
})

test('history of a value that is taken away and set again tells of each as one change', () => {
  const { id: fieldId } = shop.call('fields.save', aField({ name: 'Size' }))
  const id = shop.create({ name: 'A', custom: [{ fieldId, value: '42' }] })
  edit(id, () => ({ custom: [] }))
  edit(id, () => ({ custom: [{ fieldId, value: '43' }] }))

  const [last, middle] = history(id).entries.map(entry => entry.changes.map(({ before, after }) => [before, after]))

  expect(middle).toEqual([['42', '']])
  expect(last).toEqual([['', '43']])
})
