import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarAt } from '../../../../electron/features/contacts/calendar-days.ts'
import { contactsWith } from '../../../../electron/features/contacts/contact-filter-sets.ts'
import { createReadCache } from '../../../../electron/kernel/db/read-cache.ts'
import { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { FilterGroup, type FilterRule } from '../../../../shared/features/contacts/contact-filter.ts'
import type { CustomFieldDraft, CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'
import { severalText } from '../../../../shared/features/fields/custom-value.ts'
import { aField } from '../fields/field-drafts.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'
import { isFound, type PlainContact, type PlainWorld } from './plain-filter.ts'
import { type Choices, randomDraft, randomFilter, randomRule } from './random-filters.ts'

const customers = 120
const staffIds = ['0192ffff-0000-7000-8000-000000000001', '0192ffff-0000-7000-8000-00000000000b']
const choiceIds = ['red', 'green', 'blue']
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Chatham', 'America/Sao_Paulo']
/** Midnights, ends of years, days of 23 and of 25 hours, weeks that begin and end a month. */
const moments = [
  '2026-11-20T08:00:00Z',
  '2026-03-08T07:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-03-29T00:59:00Z',
  '2025-12-31T16:00:00Z',
  '2026-01-01T04:59:59Z',
  '2024-02-29T12:00:00Z',
  '2025-07-25T03:00:00Z',
  '2026-11-16T00:00:00Z',
]

let shop: ContactsVault
let choices: Choices
const plain = new Map<string, PlainContact>()
const livingFields = new Map<string, CustomFieldType>()

beforeAll(() => {
  shop = openContactsVault()
  const second = { name: '小王', role: 'owner', created_at: '2024-01-01T00:00:00.000Z' }
  shop.vault.apply({ kind: 'edit', name: 'vault-create', subject: '' }, [
    { table: 'staff', id: staffIds[1] ?? '', kind: 'insert', values: second },
  ])
  const fields = makeFields()
  choices = { staffIds, fieldIds: [...fields.keys()], choiceIds }
  const sampled = fc.sample(randomDraft(choices), { seed: 20_261_120, numRuns: customers })
  const values = fc.sample(fc.array(fc.nat({ max: 99 }), { minLength: 20, maxLength: 20 }), { seed: 7, numRuns: customers })
  sampled.forEach((draft, n) => createCustomer(draft, fields, values[n] ?? [], n))
  putAway(fields)
})
afterAll(() => shop.vault.close())

function makeFields(): Map<string, CustomFieldType> {
  const colours = choiceIds.map(id => ({ id, name: id, hidden: false }))
  const drafts: CustomFieldDraft[] = (
    ['text', 'phone', 'number', 'date', 'choice', 'several', 'yes-no', 'text', 'choice'] as const
  ).map((type, n) => aField({ name: `field ${n}`, type, choices: type === 'choice' || type === 'several' ? colours : [] }))
  return new Map(drafts.map(draft => [shop.call('fields.save', draft).id, draft.type]))
}

const ownValues: Readonly<Record<CustomFieldType, readonly string[]>> = {
  text: ['李明', 'Ann', 'é', '50%'],
  phone: ['13800138000', '+86 138-0013-8000'],
  number: ['-1', '0', '0.5', '2.0', '10'],
  date: ['2024-02-29', '2025-12-31', '2026-03-08', '2026-11-01', '2026-11-19', '2026-11-20', '2026-11-21'],
  choice: choiceIds,
  several: [severalText(['red']), severalText(['red', 'green']), severalText(['blue', 'green'])],
  'yes-no': ['yes', 'no'],
}

function createCustomer(
  sampled: ContactDraft,
  fields: ReadonlyMap<string, CustomFieldType>,
  values: readonly number[],
  n: number,
): void {
  const custom = [...fields].flatMap(([fieldId, type], index) => {
    const value = ownValues[type][(values[index] ?? 0) % (ownValues[type].length + 1)]
    return value === undefined ? [] : [{ fieldId, value }]
  })
  const draft = ContactDraft.parse({ ...sampled, custom })
  // close to the turns of days, months and years that the moments look at, some of them in the future
  const moment = Date.parse(moments[n % moments.length] ?? '') + ((n * 7919) % 97) * 3_600_000 - 40 * 3_600_000
  shop.vault.wall = new Date(moment)
  const id = shop.create(draft)
  plain.set(id, { draft, created: moment, last: moment })
}

/** A field that is hidden still holds what customers have, one that is deleted no more; so is a choice that nobody can choose any more. */
function putAway(fields: ReadonlyMap<string, CustomFieldType>): void {
  const [words, , , , choice, , , gone, hidden] = [...fields.keys()]
  shop.call('fields.remove', { id: gone ?? '' })
  const stored = shop.call('fields.list', {})
  for (const { used: _u, position: _p, ...draft } of stored) {
    if (draft.id === hidden || draft.id === words) shop.call('fields.save', { ...draft, hidden: true })
    if (draft.id === choice) {
      shop.call('fields.save', { ...draft, choices: draft.choices.map(one => ({ ...one, hidden: one.id === 'red' })) })
    }
  }
  for (const [id, type] of fields) if (id !== gone) livingFields.set(id, type)
}

function filtered(filter: FilterGroup, world: PlainWorld): string[] {
  const { db } = shop.vault
  const cache = createReadCache({ version: () => 0, isInTransaction: () => false, size: 3 })
  const context = { db, cache, now: () => world.now, actor: shop.vault.actor }
  const set = contactsWith(context, FilterGroup.parse(filter), calendarAt(world.now, world.zone))
  const docs = Array.from(set.keys()).filter(doc => set[doc] === 1)
  return db.column<string>('SELECT id FROM _doc WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY id', JSON.stringify(docs))
}

function expectSame(filter: FilterGroup, now: string, zone: string): void {
  const world: PlainWorld = { fields: livingFields, now: new Date(now), zone }
  const expected = [...plain].filter(([, contact]) => isFound(filter, contact, world)).map(([id]) => id)

  expect(filtered(filter, world)).toEqual(expected.toSorted())
}

const world = { now: fc.constantFrom(...moments), zone: fc.constantFrom(...zones) }

test('a filter finds what it means for each customer by herself', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.record({ filter: randomFilter(choices), ...world }), ({ filter, now, zone }) => expectSame(filter, now, zone)),
    { numRuns: 200 },
  )
})

test('a single rule of any kind finds what it means', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.record({ rule: randomRule(choices), ...world }), ({ rule, now, zone }) =>
      expectSame({ match: 'all', items: [rule] }, now, zone),
    ),
    { numRuns: 300 },
  )
})

test('every kind of rule finds some customers and not all, so that comparing them says something', () => {
  const kinds = new Map<string, number>()
  for (const rule of fc.sample(randomRule(choices), { seed: 3, numRuns: 600 })) {
    const found = filtered(
      { match: 'all', items: [rule] },
      { fields: livingFields, now: new Date(moments[0] ?? ''), zone: 'Asia/Shanghai' },
    )
    if (found.length > 0 && found.length < customers) kinds.set(rule.on, (kinds.get(rule.on) ?? 0) + 1)
  }

  const plainKinds = ['birthday', 'choice', 'date', 'tags', 'text']
  const ownKinds = ['custom-choice', 'custom-date', 'custom-number', 'custom-several', 'custom-text', 'custom-yes-no']
  expect([...kinds.keys()].toSorted()).toEqual([...plainKinds, ...ownKinds].toSorted())
})

test('customers in the Trash are in no filter', () => {
  const id = shop.create({ name: 'gone', company: 'Nowhere' })
  const rule: FilterRule = { on: 'text', field: 'company', test: { op: 'is', value: 'nowhere' } }
  const inverse: FilterRule = { on: 'text', field: 'name', test: { op: 'is-not', value: 'x' } }
  const count = (item: FilterRule) => shop.call('contacts.count', { search: '', filter: { match: 'all', items: [item] } }).total
  expect([count(rule), count(inverse)]).toEqual([1, customers + 1])

  shop.call('contacts.trash', { ids: [id] })
  expect([count(rule), count(inverse)]).toEqual([0, customers])
})

test('an address in parts is found as it is written in one piece', () => {
  const address = { id: null, label: 'home', country: '', detail: '', postcode: '', preferred: true } as const
  const id = shop.create({ addresses: [{ ...address, region: '广东省', city: '深圳市', district: '南山区' }] })
  const found = (value: string): number => {
    const rule: FilterRule = { on: 'text', field: 'address', test: { op: 'is', value } }
    return shop.call('contacts.count', { search: '', filter: { match: 'all', items: [rule] } }).total
  }

  expect(['广东省深圳市南山区', '广东省 深圳市 南山区', '广东省深圳市'].map(found)).toEqual([1, 1, 0])
  shop.call('contacts.trash', { ids: [id] })
})

test('a stored value that does not fit its field is as good as not there', () => {
  const numberField = [...livingFields].find(([, type]) => type === 'number')?.[0] ?? ''
  const id = shop.create({ name: 'newer', phones: [aPhone('1')] })
  const values = { contact_id: id, field_id: numberField, value: '12e3 (new)' }
  shop.vault.apply({ kind: 'sync', name: 'contact-edit', subject: '' }, [
    { table: 'custom_value', id: '0192ffff-0000-8000-8000-0000000000aa', kind: 'insert', values },
  ])
  const found = (asked: Extract<FilterRule, { on: 'custom-number' }>['test']) =>
    filtered(
      { match: 'all', items: [{ on: 'custom-number', fieldId: numberField, test: asked }] },
      { fields: livingFields, now: new Date(moments[0] ?? ''), zone: 'UTC' },
    ).includes(id)

  expect([found({ op: 'empty' }), found({ op: 'not-empty' }), found({ op: 'more', value: 0 })]).toEqual([true, false, false])
  shop.call('contacts.trash', { ids: [id] })
})
