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
  ['liming', 'pinyin'],
  ['lm', 'pinyin'],
  ['ll', 'pinyin'],
  ['李 ming', 'pinyin'],
  ['xishan', 'company'],
  ['xscz', 'company'],
  ['pinch', 'tag'],
  ['M-00', 'memberNo'],
  ['m0042', 'memberNo'],
  ['042', 'memberNo'],
  ['zzz', null],
] as const)('find tells where %s was found', (text, field) => {
  shop.create({
    name: '李明',
    alias: '老李',
    company: '西山茶庄',
    memberNo: 'M-0042',
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

  expect(shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.matched)).toEqual(
    field === null ? [] : [field],
  )
})

test.each(['广东省深圳市', '深圳市南山区', '南山区科技园', '深圳 1501', '东省', '廣東省深圳市'])(
  'find knows an address that was entered in parts when %s is typed',
  text => {
    const address = { id: null, label: 'home', country: '', postcode: '518000', preferred: true } as const
    shop.create({
      addresses: [{ ...address, region: '广东省', city: '深圳市', district: '南山区', detail: '科技园南路 12号 1501室' }],
    })

    expect(shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.matched)).toEqual(['address'])
  },
)

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

test.each([
  ['M-0042', ['李明']],
  ['m00', ['李明']],
  ['0042', ['王芳', '李明']],
  ['138 0013', ['王芳']],
  ['+86 13800130042', ['王芳']],
  ['李明', []],
  ['liming', []],
  ['%', []],
])('find looks at numbers only for %j when they are asked for', (text, names) => {
  shop.create({ name: '李明', memberNo: 'M-0042', note: '0042', phones: [aPhone('13911112222')] })
  shop.create({ name: '王芳', phones: [aPhone('+86 138 0013 0042')] })

  const { total, hits } = shop.call('contacts.find', { text, limit: 8, scope: 'numbers' })

  expect(hits.map(hit => hit.row.name)).toEqual(names)
  expect(total).toBe(names.length)
  expect(hits.map(hit => hit.matched)).toEqual(names.map(name => (name === '李明' ? 'memberNo' : 'phone')))
})

test.each([
  ['zhangsan', ['张三', '张三丰']],
  ['zhang san', ['张三', '张三丰']],
  ['zs', ['张三丰', '张三']],
  ['張三', ['张三', '张三丰']],
  ['sanf', ['张三丰']],
  ['zhangsf', ['张三丰']],
])('find ranks whole names first, read as %s', (text, names) => {
  shop.create({ name: '张三' })
  shop.wait(1000)
  shop.create({ name: '张三丰' })

  expect(shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.row.name)).toEqual(names)
})

test('find knows a name by the reading that was typed for the surname', () => {
  shop.create({ name: '区明', surnameReading: 'Au' })

  for (const text of ['auming', 'am', 'ouming', 'quming']) {
    expect(shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.matched)).toEqual(['pinyin'])
  }
})

test('a changed reading of the surname changes what is found and how it sorts', () => {
  const id = shop.create({ name: '单雄' })
  const key = () => shop.vault.db.get<{ key: string }>('SELECT name_key AS key FROM _contact_line')?.key
  expect(key()).toContain('shan4')

  shop.edit(id, () => ({ surnameReading: 'chán' }))

  expect(key()).toContain('chan2')
  expect(shop.call('contacts.find', { text: 'chanx', limit: 8, scope: 'all' }).total).toBe(1)
})
