import { Faker, zh_CN } from '@faker-js/faker'
import { pinyin } from 'pinyin-pro'
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
const han = () =>
  faker.helpers.multiple(() => pick(Array.from('李明华张三丰王小𠮷張偉單长樂吕重尉迟')), { count: { min: 1, max: 5 } }).join('')
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
    kind: pick(['person', 'person', 'organisation']),
    alias: pick(['', '', word(), han()]),
    surnameReading: pick(['', '', 'au']),
    memberNo: pick(['', `M-${digits(4)}`, digits(5), `会员${digits(2)}`]),
    company: pick(['', `${han()}有限公司`, `${han()}重庆长乐银行茶庄有限公司`]),
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
  const page = (offset: number) =>
    shop.call('contacts.list', {
      search: text,
      filter: null,
      sort: { by: 'relevance', dir: 'asc' },
      offset,
      limit: 200,
      customFields: [],
    })
  const first = page(0)
  const found = [...first.rows]
  while (found.length < first.total) found.push(...page(found.length).rows)
  const rankOf = new Map(expected.map(hit => [hit.id, hit.rank]))
  const order = new Map(records.map(({ id }, index) => [id, index]))
  const sorted = expected.toSorted((a, b) => a.rank - b.rank || (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0))

  expect(first.total, JSON.stringify(text)).toBe(expected.length)
  expect(
    found.map(row => [row.id, rankOf.get(row.id)]),
    JSON.stringify(text),
  ).toEqual(sorted.map(hit => [hit.id, hit.rank]))
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

/** Letters as people type a name: each character in full, by its initial or left out, some of the end missing. */
function lettersFor(text: string): string {
  const readings = pinyin(text, { type: 'array', toneType: 'none', v: pick([true, false]), surname: pick(['head', 'off']) })
  const from = faker.number.int({ min: 0, max: Math.max(0, readings.length - 1) })
  const style = pick(['full', 'initials', 'mixed'])
  const written = readings
    .slice(from)
    .map(one => (style === 'initials' || (style === 'mixed' && pick([true, false])) ? one.charAt(0) : one))
  return written.join(pick(['', '', '', ' '])).slice(0, pick([1, 2, 3, 5, 8, 24, 60]))
}

test('search equals a search without an index for readings, initials and mixtures', () => {
  for (let n = 0; n < 600; n += 1) {
    const { draft } = pick(records)
    const text = lettersFor(pick([draft.name, draft.name, draft.alias, draft.company, draft.tags[0] ?? '', han()]))
    if (!/^[a-z ]+$/.test(text)) continue
    expectSameAsSlow(text)
  }
})

test('search equals a search without an index for the shop’s own numbers', () => {
  for (let n = 0; n < 60; n += 1) {
    const number = pick(records.filter(record => record.draft.memberNo !== '')).draft.memberNo
    const from = faker.number.int({ min: 0, max: number.length - 1 })
    expectSameAsSlow(pick([number, number.replace('-', ''), number.toLowerCase(), number.slice(from), number.slice(0, from + 1)]))
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
