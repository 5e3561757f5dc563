import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const trash = () => shop.call('contacts.listTrash', { offset: 0, limit: 50 })
const list = (search: string) =>
  shop.call('contacts.list', {
    search,
    sort: { by: 'activity', dir: 'desc' },
    filter: null,
    customFields: [],
    offset: 0,
    limit: 50,
  })

test('trash hides a customer with all that belongs to it, and putBack shows it again', () => {
  const id = shop.create({ name: '李明', phones: [aPhone('13800138000')], tags: ['VIP'] })
  const before = shop.call('contacts.get', { id })
  shop.wait(1000)

  expect(shop.call('contacts.trash', { ids: [id] })).toMatchObject({ count: 1, act: { name: 'contact-trash', subject: '李明' } })
  expect(list('8000').total + list('李').total + list('').total).toBe(0)
  expect(shop.call('contacts.get', { id }).trashedAt).toBe('2026-11-20T08:00:01.000Z')
  expect(trash()).toMatchObject({
    total: 1,
    rows: [{ id, name: '李明', phone: '13800138000', tags: ['VIP'], trashedAt: '2026-11-20T08:00:01.000Z' }],
  })

  expect(shop.call('contacts.putBack', { ids: [id] })).toMatchObject({ count: 1, act: { name: 'contact-put-back' } })
  expect(trash().total).toBe(0)
  expect(list('8000').rows.map(row => row.id)).toEqual([id])
  expect(shop.call('contacts.get', { id })).toMatchObject({ phones: before.phones, tags: before.tags, trashedAt: null })
})

test('trash counts only those that were not in it, and fails when none is left', () => {
  const [a, b] = [shop.create({ name: 'A' }), shop.create({ name: 'B' })]
  shop.call('contacts.trash', { ids: [a] })

  expect(shop.call('contacts.trash', { ids: [a, b, b] })).toMatchObject({ count: 1, act: { subject: 'B' } })
  expect(() => shop.call('contacts.trash', { ids: [a, b] })).toThrow(AppError)
  expect(() => shop.call('contacts.putBack', { ids: [shop.create({})] })).toThrow(AppError)
})

test('trash lists the last thrown away first, page by page', () => {
  const ids = ['A', 'B', 'C'].map(name => shop.create({ name }))
  for (const id of ids) {
    shop.wait(1)
    shop.call('contacts.trash', { ids: [id] })
  }

  expect(trash().rows.map(row => row.name)).toEqual(['C', 'B', 'A'])
  expect(shop.call('contacts.listTrash', { offset: 1, limit: 1 })).toMatchObject({ total: 3, offset: 1, rows: [{ name: 'B' }] })
})

test('undo of trash and of putBack move the customer the other way', () => {
  const id = shop.create({ name: 'A' })
  const { spine, db, actor } = shop.vault
  const thrown = shop.call('contacts.trash', { ids: [id] })
  db.transaction(() => spine.undo(thrown.act.id, actor))
  expect([trash().total, list('').total]).toEqual([0, 1])

  db.transaction(() => spine.redo(thrown.act.id, actor))
  expect([trash().total, list('').total]).toEqual([1, 0])

  const back = shop.call('contacts.putBack', { ids: [id] })
  db.transaction(() => spine.undo(back.act.id, actor))
  expect([trash().total, list('').total]).toEqual([1, 0])
})
