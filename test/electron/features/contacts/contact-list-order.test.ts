import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameKey } from '../../../../electron/kernel/search/name-key.ts'
import { type ContactDraft, type ContactRow, emptyContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { type ContactSort, sortColumns } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'
import { severalText } from '../../../../shared/features/fields/custom-value.ts'
import { aField } from '../fields/field-drafts.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
const fields = new Map<CustomFieldType, string>()
/** In the order in which they were made. */
const drafts: ContactDraft[] = []
const directions = ['asc', 'desc'] as const
const me = '0192ffff-0000-7000-8000-000000000001'
const other = '0192ffff-0000-7000-8000-00000000000b'

const names = ['张三', '张三', '单雄信', '李明', 'Zoe', 'adam', '7 号桌']
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const randomFields = fc.record({
  name: some(...names),
  alias: some('', '', '阿明', '小李', 'Bob'),
  company: some('', '', '重庆饭店', '长城', 'Acme', '3M'),
  memberNo: some('', 'M-9', 'M-10', 'm-1', '007'),
  level: some('', 'regular', 'gold', 'vip'),
  source: some('', 'event', 'walk-in'),
  stage: some('', 'bought', 'prospect'),
  assigneeId: some(null, me, other),
  birthday: some(
    null,
    { calendar: 'solar' as const, year: 1990, month: 5, day: 1, leap: false },
    { calendar: 'lunar' as const, year: null, month: 5, day: 1, leap: false },
    { calendar: 'solar' as const, year: null, month: 12, day: 31, leap: false },
  ),
  phone: some('', '138 0013 8000', '+86 13700000000', '010-1234'),
  email: some('', 'b@example.com', 'A@example.com'),
  city: some('', '北京', '上海', 'Aberdeen'),
  own: some(...Array.from({ length: 6 }, (_, n) => n)),
  gap: some(0, 0, 1000),
})

const ownValues: Readonly<Partial<Record<CustomFieldType, readonly string[]>>> = {
  text: ['张', '李', 'b', 'A', ''],
  number: ['10', '9', '-1', '0.5', ''],
  date: ['2026-01-31', '2025-12-31', '', '2026-02-01'],
  choice: ['small', 'large', '', 'middle'],
  several: [severalText(['large']), severalText(['small', 'large']), '', severalText(['middle'])],
  'yes-no': ['yes', 'no', ''],
}

beforeAll(() => {
  shop = openContactsVault()
  const values = { name: '阿王', role: 'owner', created_at: '2024-01-01T00:00:00.000Z' }
  shop.vault.apply({ kind: 'edit', name: 'vault-create', subject: '' }, [{ table: 'staff', id: other, kind: 'insert', values }])
  const choices = ['large', 'small', 'middle'].map(id => ({ id, name: id, hidden: id === 'small' }))
  for (const type of ['text', 'number', 'date', 'choice', 'several', 'yes-no'] as const) {
    const draft = aField({
      name: type,
      type,
      choices: type === 'choice' || type === 'several' ? choices.map(one => ({ ...one, hidden: false })) : [],
    })
    fields.set(type, shop.call('fields.save', draft).id)
  }
  for (const { phone, email, city, own, gap, ...rest } of fc.sample(randomFields, { seed: 5, numRuns: 70 })) {
    const custom = [...fields].flatMap(([type, fieldId], n) => {
      const value = ownValues[type]?.[(own + n) % (ownValues[type]?.length ?? 1)] ?? ''
      return value === '' ? [] : [{ fieldId, value }]
    })
    const address = {
      id: null,
      label: 'home' as const,
      country: '',
      region: '',
      city,
      district: '',
      detail: 'x',
      postcode: '',
      preferred: true,
    }
    const draft: ContactDraft = {
      ...emptyContactDraft(),
      ...rest,
      phones: phone === '' ? [] : [aPhone(phone)],
      emails: email === '' ? [] : [{ id: null, label: 'home', value: email, preferred: true }],
      addresses: city === '' ? [] : [address],
      custom,
    }
    shop.wait(gap)
    shop.create(draft)
    drafts.push(draft)
  }
  const order = ['vip', 'regular', 'silver', 'gold'].map(key => ({ key, name: '', hidden: key === 'regular' }))
  shop.call('fields.saveOptions', { list: 'level', options: order })
})
afterAll(() => shop.vault.close())

function all(sort: ContactSort, customFields: readonly string[] = []): ContactRow[] {
  return shop.call('contacts.list', { search: '', filter: null, sort, offset: 0, limit: 200, customFields: [...customFields] })
    .rows
}

/** What a row is sorted by; null for nothing there. */
function keyOf(row: ContactRow, by: string): string | number | null {
  const pinyin = (text: string): string | null => (text === '' ? null : nameKey(text, 'organisation'))
  const placeIn = (words: readonly string[], word: string): number | null => (word === '' ? null : words.indexOf(word))
  switch (by) {
    case 'relevance':
    case 'activity':
      return Date.parse(row.lastActivityAt)
    case 'created':
      return Date.parse(row.createdAt)
    case 'name':
      return nameKey(row.name, 'person')
    case 'alias':
    case 'company':
    case 'place':
    case 'memberNo':
      return pinyin(row[by])
    case 'phone':
      return row.phone === '' ? null : row.phone.replace(/^\+86/, '').replace(/\D/g, '')
    case 'email':
      return row.email === '' ? null : row.email.toLowerCase()
    case 'level':
      return placeIn(['vip', 'regular', 'silver', 'gold'], row.level)
    case 'source':
      return placeIn(['walk-in', 'referral', 'wechat', 'marketplace', 'event'], row.source)
    case 'stage':
      return placeIn(['prospect', 'interested', 'bought'], row.stage)
    case 'assignee':
      return row.assigneeName === '' ? null : nameKey(row.assigneeName, 'person')
    case 'birthday': {
      if (row.birthday === null) return null
      const { calendar, month, day } = row.birthday
      return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${calendar === 'solar' ? 2 : 1}`
    }
    default:
      return ownKeyOf(row, by)
  }
}

function ownKeyOf(row: ContactRow, fieldId: string): string | number | null {
  const type = [...fields].find(([, id]) => id === fieldId)?.[0]
  const value = row.custom.find(item => item.fieldId === fieldId)?.value
  if (value === undefined) return null
  const choices = ['large', 'small', 'middle']
  if (type === 'text') return nameKey(value, 'organisation')
  if (type === 'number') return Number(value)
  if (type === 'choice') return choices.indexOf(value)
  if (type === 'several') {
    // written by the test
    return (JSON.parse(value) as string[])
      .map(choice => choices.indexOf(choice))
      .toSorted((a, b) => a - b)
      .join('')
  }
  return type === 'yes-no' ? ['no', 'yes'].indexOf(value) : value
}

/** By the key, without one last, then by name, then in the order in which they were made. */
function sorted(rows: readonly ContactRow[], { by, dir }: ContactSort): ContactRow[] {
  const made = new Map(all({ by: 'created', dir: 'asc' }).map((row, n) => [row.id, n]))
  const ids = shop.vault.db.column<string>('SELECT id FROM _doc ORDER BY doc')
  const age = new Map(ids.map((id, n) => [id, n]))
  const isBackwards = dir === 'desc'
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
  expect(made.size).toBe(rows.length)
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)]
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1
    } else if (left !== right) return compare(left, right) * (isBackwards ? -1 : 1)
    const byName = compare(nameKey(a.name, 'person'), nameKey(b.name, 'person'))
    const byAge = compare(age.get(a.id) ?? 0, age.get(b.id) ?? 0)
    return byName === 0 ? (by === 'name' && isBackwards ? -byAge : byAge) : byName
  })
}

const brief = (rows: readonly ContactRow[], by: string) => rows.map(row => [row.name, keyOf(row, by), row.id])

test.each(sortColumns.filter(by => by !== 'relevance'))('sort by %s is by its values in both directions, empty ones last', by => {
  for (const dir of directions) {
    const rows = all({ by, dir })
    expect(brief(rows, by)).toEqual(brief(sorted(rows, { by, dir }), by))
  }
})

test.each(Object.keys(ownValues) as CustomFieldType[])('sort by an own field of type %s is by its values', type => {
  const by = fields.get(type) ?? ''
  for (const dir of directions) {
    const rows = all({ by, dir }, [by])
    expect(brief(rows, by)).toEqual(brief(sorted(rows, { by, dir }), by))
  }
})

test('without a search, relevance is the last dealt with first, whatever the direction', () => {
  const byActivity = all({ by: 'activity', dir: 'desc' })

  for (const dir of directions) expect(all({ by: 'relevance', dir })).toEqual(byActivity)
})

test('sorting by a field that is no more is by name', () => {
  expect(all({ by: '0192ffff-0000-7000-8000-0000000000ff', dir: 'desc' })).toEqual(all({ by: 'name', dir: 'asc' }))
})

test('pages of every sort are the parts of the whole, and every customer stands where indexOf says', () => {
  const sorts: ContactSort[] = [...sortColumns, ...fields.values()].flatMap(by => directions.map(dir => ({ by, dir })))
  for (const sort of sorts) {
    const whole = all(sort)
    const page = (offset: number, limit: number) =>
      shop.call('contacts.list', { search: '', filter: null, sort, offset, limit, customFields: [] })
    expect([0, 30, 60, 90].flatMap(offset => page(offset, 30).rows)).toEqual(whole)
    expect(page(whole.length - 1, 5)).toEqual({ total: drafts.length, offset: whole.length - 1, rows: whole.slice(-1) })
    for (const index of [0, 33, whole.length - 1]) {
      const id = whole[index]?.id
      if (id === undefined) throw new Error('as many rows as customers')
      expect(shop.call('contacts.indexOf', { search: '', filter: null, sort, id })).toEqual({ index })
    }
  }
})

test('rows carry the own fields asked for, personal ones marked, in the order asked', () => {
  const draft = aField({ id: null, name: 'secret', personal: true })
  const secret = shop.call('fields.save', draft).id
  const [text, number] = [fields.get('text') ?? '', fields.get('number') ?? '']
  const id = shop.create({
    name: 'Own',
    custom: [
      { fieldId: text, value: 't' },
      { fieldId: secret, value: 's' },
    ],
  })
  const row = (wanted: readonly string[]) => all({ by: 'name', dir: 'asc' }, wanted).find(one => one.id === id)

  expect(row([secret, number, text])?.custom).toEqual([
    { fieldId: secret, value: 's', isPersonal: true },
    { fieldId: text, value: 't', isPersonal: false },
  ])
  expect(row([])?.custom).toEqual([])
  shop.call('contacts.trash', { ids: [id] })
})

test('a list is worked out anew once something was written', () => {
  const sort: ContactSort = { by: 'company', dir: 'desc' }
  const before = all(sort)
  const id = shop.create({ name: 'New', company: '999' })
  expect(all(sort)[0]?.id).toBe(id)

  shop.call('contacts.trash', { ids: [id] })
  expect(all(sort)).toEqual(before)
})
