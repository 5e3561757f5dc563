import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

test.each([
  ['李明', 'name'],
  ['老李', 'alias'],
  ['西山', 'company'],
  ['8000', 'phone'],
  ['138-0013', 'phone'],
  ['someone@exa', 'email'],
  ['wx_90', 'handle'],
  ['品茶', 'tag'],
  ['朝阳区', 'address'],
  ['喜欢靠窗', 'note'],
] as const)('find tells where %s was found', (text, field) => {
  shop.create({
    name: '李明',
    alias: '老李',
    company: '西山茶庄',
    note: '喜欢靠窗的座位',
    tags: ['品茶会'],
    phones: [aPhone('+86 138 0013 8000')],
    emails: [{ id: null, label: 'work', value: 'someone@example.com', preferred: true }],
    handles: [{ id: null, service: 'wechat', value: 'wx_9001', preferred: true }],
    addresses: [
      {
        id: null,
        label: 'home',
        country: '',
        region: '北京',
        city: '',
        district: '朝阳区',
        detail: '',
        postcode: '',
        preferred: true,
      },
    ],
  })

  expect(shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.matched)).toEqual([field])
})

test('find answers the best of many and how many there are', () => {
  for (let n = 0; n < 20; n += 1) shop.create({ name: `小李${n}` })
  shop.create({ name: '李' })

  const { total, hits } = shop.call('contacts.find', { text: '李', limit: 8, scope: 'all' })

  expect(total).toBe(21)
  expect(hits).toHaveLength(8)
  expect(hits[0]?.row.name).toBe('李')
})

test('find answers nothing when the text is blank', () => {
  shop.create({})

  expect(shop.call('contacts.find', { text: ' ', limit: 8, scope: 'all' })).toEqual({ total: 0, hits: [] })
})
