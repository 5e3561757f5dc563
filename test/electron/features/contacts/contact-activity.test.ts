import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { type ContactsVault, derivedContent, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const day = 86_400_000

function activityOf(id: ContactId): string {
  const { rows } = shop.call('contacts.list', {
    search: '',
    filter: null,
    sort: { by: 'activity', dir: 'desc' },
    offset: 0,
    limit: 50,
    customFields: [],
  })
  const row = rows.find(one => one.id === id)
  expect(row?.lastActivityAt).toBe(shop.call('contacts.get', { id }).lastActivityAt)
  return row?.lastActivityAt ?? ''
}

test('a bulk action on several, its undo and its redo leave the last activity as it was', () => {
  const first = shop.create({ name: '张三' })
  const second = shop.create({ name: '李四' })
  const before = activityOf(first)
  shop.wait(day)
  const target = { by: 'ids' as const, ids: [first, second] }

  const { act } = shop.call('contacts.bulk', { target, action: { do: 'set', list: 'level', key: 'vip' } })
  const tagged = shop.call('contacts.bulk', { target, action: { do: 'tag', add: ['茶'], remove: [] } })
  expect(activityOf(first)).toBe(before)
  shop.wait(day)
  for (const one of [tagged.act, act]) shop.undo(one?.id ?? '')
  expect(activityOf(first)).toBe(before)
  shop.redo(act?.id ?? '')

  expect(activityOf(first)).toBe(before)
})

test('an edit counts while it stands: not once it was undone, again once it was redone', () => {
  const id = shop.create({ name: '张三' })
  const created = activityOf(id)
  shop.wait(day)
  const actId = shop.edit(id, () => ({ note: '爱喝茶' })) ?? ''
  const edited = activityOf(id)
  shop.wait(day)

  shop.undo(actId)
  expect(activityOf(id)).toBe(created)
  shop.redo(actId)
  expect(activityOf(id)).toBe(edited)
  shop.undo(actId)
  expect(activityOf(id)).toBe(created)
  expect(edited > created).toBe(true)
})

test('the kept activity equals the one worked out anew', () => {
  const ids = ['张三', '李四', '王五'].map(name => shop.create({ name }))
  shop.wait(day)
  const [first = ids[0]] = ids
  if (first === undefined) throw new Error('there are three')
  const actId = shop.edit(first, () => ({ note: 'x' })) ?? ''
  shop.call('contacts.bulk', { target: { by: 'ids', ids }, action: { do: 'assign', staffId: shop.vault.actor.staffId } })
  shop.undo(actId)
  const kept = derivedContent(shop)

  shop.vault.db.transaction(() => contactDerived.rebuild(shop.vault.db))

  expect(derivedContent(shop)).toEqual(kept)
})
