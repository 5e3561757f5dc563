import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { type ContactsVault, openContactsVault } from './contacts-vault.ts'

const day = 24 * 60 * 60 * 1000
let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const find = (text: string) => shop.call('contacts.find', { text, limit: 8, scope: 'all' }).hits.map(hit => hit.row.name)
const recent = (limit = 8) => shop.call('contacts.recent', { limit }).map(row => row.name)

function make(...names: readonly string[]) {
  return names.map(name => {
    shop.wait(1000)
    return shop.create({ name })
  })
}

function open(id: ReturnType<ContactsVault['create']> | undefined): void {
  if (id === undefined) throw new Error('it was made')
  shop.wait(1000)
  shop.call('contacts.noteOpened', { id })
}

test('recent tells whose pages were opened last and fills up with those last dealt with', () => {
  const [li, wang] = make('李明', '王芳', '张三', '赵四')
  open(wang)
  open(li)
  open(wang)

  expect(recent()).toEqual(['王芳', '李明', '赵四', '张三'])
  expect(recent(1)).toEqual(['王芳'])
})

test('recent leaves out who is in the Trash', () => {
  const [li] = make('李明', '王芳')
  open(li)
  if (li !== undefined) shop.call('contacts.trash', { ids: [li] })

  expect(recent()).toEqual(['王芳'])
})

test('search ranks those opened in the last 30 days before the rest, and behind beginnings of names', () => {
  const [old, , , begins] = make('小李一', '小李二', '小李三', '李四')
  expect(find('李')).toEqual(['李四', '小李三', '小李二', '小李一'])

  open(old)
  open(begins)
  expect(find('李')).toEqual(['李四', '小李一', '小李三', '小李二'])

  shop.wait(31 * day)
  expect(find('李')).toEqual(['李四', '小李三', '小李二', '小李一'])
})

test('what another person opened ranks nothing for this one', () => {
  const [old] = make('小李一', '小李二')
  open(old)
  shop.vault.db.run("UPDATE _opened SET staff = 'somebody else'")

  expect(find('李')).toEqual(['小李二', '小李一'])
  expect(recent(1)).toEqual(['小李二'])
})

test('no more than 200 opened pages are kept of a person', () => {
  for (const id of make(...Array.from({ length: 205 }, (_, n) => `客户${n}`))) open(id)

  expect(shop.vault.db.get('SELECT count(*) AS n FROM _opened')).toEqual({ n: 200 })
  expect(recent(1)).toEqual(['客户204'])
})

test('noteOpened refuses who never was', () => {
  expect(() => shop.call('contacts.noteOpened', { id: '01930000-0000-7000-8000-000000000001' })).toThrow(
    new AppError('not-found'),
  )
})
