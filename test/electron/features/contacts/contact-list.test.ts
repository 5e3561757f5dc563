import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const recent: ContactSort = { by: 'relevance', dir: 'desc' }
const byName: ContactSort = { by: 'name', dir: 'asc' }
const list = (sort: ContactSort, search = '', offset = 0, limit = 50) =>
  shop.call('contacts.list', { search, filter: null, sort, offset, limit, customFields: [] })
const names = (sort: ContactSort, search = '', offset = 0, limit = 50) =>
  list(sort, search, offset, limit).rows.map(row => row.name)

function createInTurn(...all: string[]): void {
  for (const name of all) {
    shop.wait(1000)
    shop.create({ name })
  }
}

test('list by name is by pinyin, then Latin, then digits', () => {
  createInTurn('7 号桌', 'Zoe', '张三', 'adam', '单雄信', '李明')

  expect(names(byName)).toEqual(['李明', '单雄信', '张三', 'adam', 'Zoe', '7 号桌'])
})

test('list by recent has the last dealt with first, and by name where the time is the same', () => {
  createInTurn('A', 'B')
  for (const name of ['李', '安', '张']) shop.create({ name })

  expect(names(recent)).toEqual(['安', '李', '张', 'B', 'A'])
})

test('list gives the same rows page by page as at once', () => {
  for (let n = 0; n < 23; n += 1) shop.create({ name: `客户${n % 7}` })

  for (const sort of [recent, byName]) {
    const pages = [0, 10, 20, 30].flatMap(offset => list(sort, '', offset, 10).rows)
    expect(pages).toEqual(list(sort).rows)
    expect(list(sort, '', 20, 10)).toMatchObject({ total: 23, offset: 20 })
  }
})

test('list pages through ranked hits without gaps or repeats', () => {
  for (let n = 0; n < 30; n += 1) {
    shop.wait(1)
    shop.create({
      name: ['李', `李${n}`, `小李${n}`][n % 3] ?? '',
      phones: [aPhone(n % 5 === 0 ? '13800000000' : '13900000001')],
    })
  }

  for (const search of ['李', '0000', '13900']) {
    const all = list(recent, search)
    const pages = Array.from({ length: 11 }, (_, index) => list(recent, search, index * 3, 3).rows).flat()
    expect(pages).toEqual(all.rows)
    expect(pages).toHaveLength(all.total)
  }
})

test('list ranks exact phone ends before exact names, these before beginnings, and these before the rest', () => {
  shop.create({ name: '5678' })
  shop.create({ name: 'tail', phones: [aPhone('13800005678')] })
  shop.create({ name: 'middle', phones: [aPhone('13856780000')] })
  shop.create({ name: '5678 Street' })

  expect(names(recent, '5678')).toEqual(['tail', '5678', '5678 Street', 'middle'])
})

test('list shows the preferred number, or the first', () => {
  shop.create({ name: 'A', phones: [aPhone('111'), aPhone('222', { preferred: true })] })
  shop.create({ name: 'B', phones: [aPhone('333')] })
  shop.create({ name: 'C' })

  expect(list(byName).rows.map(row => row.phone)).toEqual(['222', '333', ''])
})

test('list shows everybody when the search is blank', () => {
  createInTurn('A', 'B')

  expect(names(byName, '  \u0000 ')).toEqual(['A', 'B'])
})
