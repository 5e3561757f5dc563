import { Faker, zh_CN } from '@faker-js/faker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { aDraft, aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'
import { naughtyStrings, readNaughtyCorpus } from './naughty-strings.ts'
import { type SlowRecord, slowSearch } from './slow-search.ts'

const faker = new Faker({ locale: [zh_CN] })
faker.seed(20_261_120)
const corpus = readNaughtyCorpus()
let shop: ContactsVault
let records: SlowRecord[]

beforeAll(() => {
  shop = openContactsVault()
  const texts = [...naughtyStrings, ...(corpus ?? [])]
  const drafts = [...Array.from({ length: 250 }, randomDraft), ...texts.flatMap(naughtyDrafts)]
  records = drafts.map(draft => ({ id: newId(), draft }))
  const createdAt = shop.vault.now().toISOString()
  for (const { id, draft } of records) {
    shop.wait(1)
    shop.vault.apply({ kind: 'edit', name: 'contact-create', subject: '' }, createChanges(draft, { id, createdAt, newId }))
  }
})
afterAll(() => shop.vault.close())

const pick = <T>(items: readonly T[]): T => faker.helpers.arrayElement(items)
const han = () => faker.helpers.multiple(() => pick(Array.from('李明华张三丰王小𠮷')), { count: { min: 1, max: 5 } }).join('')
const word = () => pick(['li', 'Li Wei', 'wei', 'VIP', 'Äpfel', 'apfel2', 'o’brien', 'x1', '2024', '138', 'tea', '茶'])
const digits = (count: number) => faker.string.numeric({ length: count, allowLeadingZeros: true }).replace(/[5-9]/g, '1')
const phone = () =>
  pick([
    `1${pick(['38', '39'])}${digits(8)}`,
    `+86 138 ${digits(4)} ${digits(4)}`,
    `010-${digits(8)} 转 12`,
    `+44 20 ${digits(4)} ${digits(4)}`,
    digits(2),
  ])

function randomDraft(): ContactDraft {
  const some = <T>(make: () => T): T[] => faker.helpers.multiple(make, { count: { min: 0, max: 2 } })
  return aDraft({
    name: pick([han(), `${han()} ${word()}`, word()]),
    alias: pick(['', '', word()]),
    company: pick(['', `${han()}有限公司`]),
    note: pick(['', `${han()}，${word()}\n${han()}`]),
    phones: some(() => aPhone(phone())),
    emails: some(() => ({
      id: null,
      label: 'work' as const,
      value: `${word().replace(/\W/g, '')}.x@${pick(['qq', 'example'])}.com`,
      preferred: false,
    })),
    handles: some(() => ({ id: null, service: 'wechat' as const, value: `wx_${digits(3)}`, preferred: false })),
    tags: some(word),
    addresses: some(() => ({
      id: null,
      label: 'home' as const,
      country: '',
      region: '北京',
      city: '',
      district: han(),
      detail: `${digits(2)}号`,
      postcode: '',
      preferred: false,
    })),
  })
}

/** What the form would let through of a string, as a name and as a note. */
function naughtyDrafts(text: string): ContactDraft[] {
  const drafts = [aDraft({ name: text }), aDraft({ name: 'x', note: text, phones: [aPhone(`138${text}`.slice(0, 60))] })]
  return drafts.flatMap(draft => {
    const parsed = ContactDraft.safeParse(draft)
    return parsed.success ? [parsed.data] : []
  })
}

/** Equal sets, equal totals, ranks never falling, and in each rank the last dealt with first. */
function expectSameAsSlow(text: string): void {
  const expected = slowSearch(records, text)
  const page = (by: 'relevance' | 'name', offset: number) =>
    shop.call('contacts.list', { search: text, filter: null, sort: { by, dir: 'asc' }, offset, limit: 200, customFields: [] })
  const first = page('relevance', 0)
  const found = [...first.rows]
  while (found.length < first.total) found.push(...page('relevance', found.length).rows)
  const rankOf = new Map(expected.map(hit => [hit.id, hit.rank]))
  const order = new Map(records.map(({ id }, index) => [id, index]))
  const sorted = expected.toSorted((a, b) => a.rank - b.rank || (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0))

  expect(first.total, JSON.stringify(text)).toBe(expected.length)
  expect(
    found.map(row => [row.id, rankOf.get(row.id)]),
    JSON.stringify(text),
  ).toEqual(sorted.map(hit => [hit.id, hit.rank]))
  expect(
    page('name', 0)
      .rows.map(row => row.id)
      .toSorted(),
  ).toEqual(expected.length > 200 ? expect.any(Array) : expected.map(hit => hit.id).toSorted())
}

test('search equals a search without an index for random parts of what is stored', () => {
  for (let n = 0; n < 400; n += 1) {
    const { draft } = pick(records)
    const source = Array.from(
      pick([
        draft.name,
        draft.company,
        draft.note,
        draft.phones[0]?.value ?? '',
        draft.emails[0]?.value ?? '',
        draft.alias,
        draft.tags[0] ?? '',
      ]),
    )
    const start = faker.number.int({ min: 0, max: Math.max(0, source.length - 1) })
    const text = source.slice(start, start + faker.number.int({ min: 1, max: 6 })).join('')
    expectSameAsSlow(text.slice(0, 200))
  }
})

test('search equals a search without an index for one and two Chinese characters', () => {
  for (let n = 0; n < 100; n += 1) expectSameAsSlow(han().slice(0, 3))
})

test('search equals a search without an index for ends and parts of numbers in any writing', () => {
  for (let n = 0; n < 100; n += 1) {
    const number = pick(pick(records.filter(record => record.draft.phones.length > 0)).draft.phones).value
    const from = faker.number.int({ min: 0, max: number.length })
    expectSameAsSlow(
      pick([
        number,
        number.slice(-4),
        number.slice(from, from + 4),
        `+86${number.replace(/\D/g, '')}`,
        digits(4),
        `${digits(3)} ${digits(2)}`,
      ]).slice(0, 200),
    )
  }
})

test('search equals a search without an index for several words', () => {
  for (let n = 0; n < 150; n += 1)
    expectSameAsSlow(
      [han().slice(0, 2), word(), digits(3)].slice(0, faker.number.int({ min: 2, max: 3 })).join(pick([' ', '，', '  '])),
    )
})

test('search equals a search without an index for naughty strings', () => {
  for (const text of naughtyStrings) expectSameAsSlow(text.slice(0, 200))
})

test.skipIf(corpus === null && process.env['ZHANGGUI_CORPUS_REQUIRED'] !== '1')(
  corpus === null ? 'naughty strings of the corpus (skipped: corpus not present)' : 'naughty strings of the corpus',
  () => {
    expect(corpus).not.toBeNull()
    for (const text of corpus ?? []) expectSameAsSlow(Array.from(text).slice(0, 100).join(''))
  },
)
