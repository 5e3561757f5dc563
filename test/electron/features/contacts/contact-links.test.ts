import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { LinkKind } from '../../../../shared/features/contacts/contact-link.ts'
import { aDraft, type ContactsVault, openContactsVault, refusalOf } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const link = (from: ContactId, to: ContactId, kind: LinkKind, note = '') => shop.call('contacts.link', { from, to, kind, note })
const links = (id: ContactId) =>
  shop.call('contacts.links', { id }).map(one => `${one.kind} ${one.direction} ${one.other.name} ${one.note}`.trim())

test('both customers show a link, each from its side, by kind and then by name', () => {
  const [ann, bob, cai] = ['Ann', 'Bob', '蔡'].map(name => shop.create({ name }))
  const shopping = shop.create({ name: 'Acme', kind: 'organisation' })
  if (ann === undefined || bob === undefined || cai === undefined) throw new Error('three customers')
  link(ann, shopping, 'works-at', 'manager')
  link(ann, bob, 'referred-by')
  link(bob, ann, 'family', 'brother')
  link(ann, cai, 'family')

  expect(links(ann)).toEqual(['works-at out Acme manager', 'family out 蔡', 'family out Bob brother', 'referred-by out Bob'])
  expect(links(bob)).toEqual(['family out Ann brother', 'referred-by in Ann'])
  expect(links(shopping)).toEqual(['works-at in Ann manager'])
})

test('a link made again, from either side where it holds both ways, is the same one with the new note', () => {
  const [ann, bob] = [shop.create({ name: 'Ann' }), shop.create({ name: 'Bob' })]
  const first = link(ann, bob, 'household')
  const again = link(bob, ann, 'household', 'flatmates')

  expect(again.id).toBe(first.id)
  expect(again.act).toMatchObject({ name: 'contact-link', subject: 'Bob', count: 2 })
  expect(link(ann, bob, 'household', 'flatmates').act).toBeNull()
  expect(links(ann)).toEqual(['household out Bob flatmates'])
  expect(link(ann, bob, 'referred-by').id).not.toBe(link(bob, ann, 'referred-by').id)
})

test('somebody works at an organisation, whose name fills an empty company in the same act', () => {
  const ann = shop.create({ name: 'Ann' })
  const bob = shop.create({ name: 'Bob', company: 'Own firm' })
  const acme = shop.create({ name: 'Acme', kind: 'organisation' })

  const { act } = link(ann, acme, 'works-at')
  link(bob, acme, 'works-at')

  const company = (id: ContactId) => shop.call('contacts.get', { id }).company
  expect([company(ann), company(bob)]).toEqual(['Acme', 'Own firm'])
  expect(refusalOf(() => link(acme, ann, 'works-at'))).toBe('invalid-input to')

  shop.undo(act?.id ?? '')
  expect([company(ann), links(ann), links(acme)]).toEqual(['', [], ['works-at in Bob']])
  shop.redo(act?.id ?? '')
  expect([company(ann), links(ann)]).toEqual(['Acme', ['works-at out Acme']])
})

test('a link is taken away, brought back by undo, and made anew with another note', () => {
  const [ann, bob] = [shop.create({ name: 'Ann' }), shop.create({ name: 'Bob' })]
  const { id } = link(ann, bob, 'family', 'sister')
  const { act } = shop.call('contacts.unlink', { id })

  expect(links(bob)).toEqual([])
  expect(refusalOf(() => shop.call('contacts.unlink', { id }))).toBe('not-found')
  shop.undo(act.id)
  expect(links(bob)).toEqual(['family out Ann sister'])
  shop.redo(act.id)
  const made = link(ann, bob, 'family', 'cousin')
  expect([links(bob), made.id]).toEqual([['family out Ann cousin'], id])
  shop.undo(made.act?.id ?? '')
  expect(links(bob)).toEqual([])
})

test('a link is out of sight while the other is in the Trash, and cannot be made to one there', () => {
  const [ann, bob] = [shop.create({ name: 'Ann' }), shop.create({ name: 'Bob' })]
  link(ann, bob, 'family')
  shop.call('contacts.trash', { ids: [bob] })

  expect(links(ann)).toEqual([])
  expect(links(bob)).toEqual(['family out Ann'])
  expect(refusalOf(() => link(ann, bob, 'family'))).toBe('not-found')
  shop.call('contacts.putBack', { ids: [bob] })
  expect(links(ann)).toEqual(['family out Bob'])
})

test('the history of both customers tells of a link, its note and its end, each from its side', () => {
  const ann = shop.create({ name: 'Ann' })
  const acme = shop.create({ name: 'Acme', kind: 'organisation' })
  const { id } = link(ann, acme, 'works-at', 'clerk')
  link(ann, acme, 'works-at', 'manager')
  shop.call('contacts.unlink', { id })

  const told = (of: ContactId) =>
    shop
      .call('contacts.history', { id: of, before: null, limit: 3 })
      .entries.map(entry => entry.changes.filter(change => change.field.startsWith('links')))
  expect(told(ann)).toEqual([
    [{ field: 'links.works-at.out', before: 'Acme · manager', after: '' }],
    [{ field: 'links.works-at.out', before: 'Acme · clerk', after: 'Acme · manager' }],
    [{ field: 'links.works-at.out', before: '', after: 'Acme · clerk' }],
  ])
  expect(told(acme)).toEqual([
    [{ field: 'links.works-at.in', before: 'Ann · manager', after: '' }],
    [{ field: 'links.works-at.in', before: 'Ann · clerk', after: 'Ann · manager' }],
    [{ field: 'links.works-at.in', before: '', after: 'Ann · clerk' }],
  ])
})

test('a customer whose creation is taken back stays where somebody has linked to her since', () => {
  const { id, act } = shop.call('contacts.create', { draft: aDraft({ name: 'Ann' }) })
  const bob = shop.create({ name: 'Bob' })
  link(bob, id, 'referred-by')

  shop.undo(act.id)

  expect(links(bob)).toEqual(['referred-by out Ann'])
})
