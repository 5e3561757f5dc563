import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { maxPictureBytes, photoUse } from '../../../../electron/features/contacts/contact-photo.ts'
import { sweepBlobs } from '../../../../electron/kernel/blobs/sweep-blobs.ts'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { type ContactsVault, openContactsVault, refusalOf } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const heads = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [0x52, 0x49, 0x46, 0x46, 0x10, 0x00, 0x00, 0x00, 0x57, 0x45, 0x42, 0x50],
}
const day = 24 * 60 * 60 * 1000

function picture(kind: keyof typeof heads, length = 300_000): string {
  const head = heads[kind]
  return Buffer.concat([Buffer.from(head), randomBytes(length - head.length)]).toString('base64')
}

const set = (id: ContactId, base64: string | null) =>
  shop.call('contacts.setPhoto', { id, picture: base64 === null ? null : { base64 } }).act
const photoOf = (id: ContactId) => shop.call('contacts.get', { id }).photo
const read = (photo: string) => shop.call('contacts.photo', { photo })
const sweep = () => sweepBlobs(shop.vault.db, photoUse, shop.vault.wall.getTime())
const blobs = () => shop.vault.db.get<{ n: number }>('SELECT count(*) AS n FROM _blob')?.n

test('a picture is answered as it was set, with the type its bytes have', () => {
  const id = shop.create({ name: 'Ann' })
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const base64 = picture(kind)
    const act = set(id, base64)

    expect(act).toMatchObject({ name: 'contact-photo', subject: 'Ann', count: 1 })
    expect(read(photoOf(id))).toEqual({ type: `image/${kind}`, base64 })
  }
})

test('the same picture is no change, and is stored once for several customers', () => {
  const [a, b] = [shop.create({}), shop.create({})]
  const base64 = picture('png')
  set(a, base64)

  expect(set(a, base64)).toBeNull()
  expect(set(b, base64)).not.toBeNull()
  expect([photoOf(a) === photoOf(b), blobs()]).toEqual([true, 1])
})

test('what is no picture, or is over 1 MB, is refused and nothing is stored', () => {
  const id = shop.create({})
  const refusal = (base64: string) => refusalOf(() => set(id, base64))

  expect(refusal(Buffer.from('GIF89a').toString('base64'))).toBe('picture-unreadable')
  expect(refusal(Buffer.from('<svg onload="x"/>').toString('base64'))).toBe('picture-unreadable')
  expect(refusal('')).toBe('picture-unreadable')
  expect(refusal(picture('jpeg', maxPictureBytes + 1))).toBe('picture-unreadable')
  expect(refusal(picture('jpeg', maxPictureBytes))).toBeNull()
  expect(blobs()).toBe(1)
})

test('a picture is taken away and comes back by undo', () => {
  const id = shop.create({})
  const base64 = picture('jpeg')
  set(id, base64)
  const act = set(id, null)

  expect(photoOf(id)).toBe('')
  shop.undo(act?.id ?? '')
  expect(read(photoOf(id)).base64).toBe(base64)
  shop.redo(act?.id ?? '')
  expect(photoOf(id)).toBe('')
})

test('a picture is refused for a customer in the Trash, and none is found under a key that nothing has', () => {
  const id = shop.create({})
  shop.call('contacts.trash', { ids: [id] })

  expect(refusalOf(() => set(id, picture('png')))).toBe('not-found')
  expect(refusalOf(() => read('0'.repeat(64)))).toBe('not-found')
})

test('the bytes are never in the log', () => {
  const id = shop.create({})
  const base64 = picture('png')
  set(id, base64)

  const longest = shop.vault.db.get<{ n: number }>('SELECT max(length(vals)) AS n FROM change_log')?.n
  expect(longest).toBeLessThan(1000)
})

test('a picture goes when nothing has referred to it for 30 days', () => {
  const id = shop.create({})
  set(id, picture('png'))
  const first = photoOf(id)
  shop.wait(40 * day)
  set(id, null)

  expect(sweep()).toBe(0)
  shop.wait(29 * day)
  expect([sweep(), blobs()]).toEqual([0, 1])
  shop.wait(2 * day)
  expect([sweep(), blobs()]).toEqual([1, 0])
  expect(refusalOf(() => read(first))).toBe('not-found')
  expect(shop.vault.db.get('SELECT count(*) AS n FROM _blob_part')).toEqual({ n: 0 })
})

test('a picture stays while a customer has it, in the Trash too, and while it is used again', () => {
  const [living, trashed] = [shop.create({}), shop.create({})]
  set(living, picture('png'))
  set(trashed, picture('jpeg'))
  shop.call('contacts.trash', { ids: [trashed] })
  const again = picture('webp')
  const other = shop.create({})
  set(other, again)
  set(other, null)
  sweep()
  shop.wait(20 * day)
  set(other, again)
  shop.wait(20 * day)

  expect([sweep(), blobs()]).toEqual([0, 3])
  set(other, null)
  shop.wait(29 * day)
  expect([sweep(), blobs()]).toEqual([0, 3])
})

test('a picture stays that a change of the last 30 days wrote, however long a sweep has found it unused', () => {
  const id = shop.create({})
  set(id, picture('png'))
  const removed = set(id, null)
  sweep()
  shop.wait(20 * day)
  shop.undo(removed?.id ?? '')
  shop.redo(removed?.id ?? '')
  shop.wait(15 * day)

  expect([sweep(), blobs()]).toEqual([0, 1])
  shop.wait(20 * day)
  expect([sweep(), blobs()]).toEqual([1, 0])
})

test('a sweep takes few at a time, and the next one goes on', () => {
  const id = shop.create({})
  for (let n = 0; n < 45; n += 1) set(id, picture('png', 100))
  set(id, null)
  sweep()
  shop.wait(31 * day)

  expect([sweep(), sweep(), sweep(), sweep()]).toEqual([20, 20, 5, 0])
})
