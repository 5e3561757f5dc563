import fc from 'fast-check'
import { type ContactDraft, emptyContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { type FilterGroup, type FilterRule, filterFieldKinds } from '../../../../shared/features/contacts/contact-filter.ts'
import { aPhone } from './contacts-vault.ts'
import { naughtyStrings } from './naughty-strings.ts'

/** Few words, so that customers and rules meet; among them two writings of one word. */
const words = ['李明', '李', '明', '張', '张', 'Ann', 'ann', 'ＡＮＮ', 'é', 'e', '茶', '50%', "O'Neil", '_', '重庆饭店']
const phones = ['13800138000', '+86 138 0013 8000', '138-0013', '010-12345678', '8000', 'ext 12']
const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-03-08', '2026-11-01', '2026-11-19', '2026-11-20']
export const tagNames = ['VIP', 'vip', '茶', '过敏', '過敏', 'a"b', '%']
export const levels = ['regular', 'gold', 'vip']

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constantFrom(...naughtyStrings) },
)
const noAddress = { id: null, label: 'home' as const, country: '', region: '', district: '', postcode: '', preferred: false }
const text = fc.oneof(fc.constant(''), word)

export interface Choices {
  readonly staffIds: readonly string[]
  /** Own fields by type; those that were deleted later are among them. */
  readonly fieldIds: readonly string[]
  readonly choiceIds: readonly string[]
}

const birthday = fc.oneof(
  fc.constant(null),
  fc
    .record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const),
      year: fc.constantFrom(null, 1990),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.constantFrom(1, 15, 20, 28, 29, 30),
      leap: fc.boolean(),
    })
    .map(date => {
      if (date.calendar === 'lunar') return date
      const day = date.month === 2 ? Math.min(date.day, 29) : date.day
      return { ...date, day, leap: false, year: null }
    }),
)

/** A customer as a form sends it; the own fields are put in by the test. */
export function randomDraft({ staffIds }: Choices): fc.Arbitrary<ContactDraft> {
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 })
  return fc
    .record({
      kind: fc.constantFrom('person' as const, 'organisation' as const),
      name: fc.constantFrom(...words),
      alias: text,
      company: text,
      jobTitle: text,
      note: text,
      memberNo: text,
      gender: fc.constantFrom('female' as const, 'not-stated' as const),
      level: fc.constantFrom('', ...levels),
      assigneeId: fc.constantFrom(null, ...staffIds),
      language: fc.constantFrom('not-stated' as const, 'yue' as const),
      birthday,
      phones: list(fc.constantFrom(...phones).map(value => aPhone(value))),
      emails: list(
        fc
          .constantFrom('ann@example.com', 'LI@example.cn')
          .map(value => ({ id: null, label: 'home' as const, value, preferred: false })),
      ),
      addresses: list(
        fc.record({ city: text, detail: text }).map(parts => ({
          ...noAddress,
          ...parts,
        })),
      ),
      tags: fc.uniqueArray(fc.constantFrom(...tagNames), { maxLength: 2 }),
    })
    .map(fields => ({ ...emptyContactDraft(), ...fields }))
}

const wordsTest = (values: readonly string[], ops: readonly ('any' | 'all' | 'none')[]) =>
  fc.oneof(
    fc.record({
      op: fc.constantFrom(...ops),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constantFrom('empty' as const, 'not-empty' as const) }),
  )
const emptyTest = fc.record({ op: fc.constantFrom('empty' as const, 'not-empty' as const) })
const wanted = fc.oneof(word, fc.constantFrom(...phones)).filter(value => value.trim() !== '')
const textTest = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constantFrom('contains' as const, 'not-contains' as const, 'is' as const, 'is-not' as const, 'begins-with' as const),
      value: wanted.map(value => value.trim()),
    }),
  },
  { weight: 1, arbitrary: emptyTest },
)
const day = fc.constantFrom(...days)
const dateTest = fc.oneof(
  fc.record({ op: fc.constantFrom('on' as const, 'before' as const, 'after' as const), day }),
  fc.record({ op: fc.constant('between' as const), from: day, to: day }),
  fc.record({
    op: fc.constantFrom('last-days' as const, 'next-days' as const, 'before-days' as const),
    days: fc.constantFrom(0, 1, 2, 7, 30, 365),
  }),
  fc.record({
    op: fc.constantFrom(
      ...(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-year', 'last-year'] as const),
    ),
  }),
  emptyTest,
)
const birthdayTest = fc.oneof(
  fc.record({ op: fc.constant('next-days' as const), days: fc.constantFrom(0, 1, 7, 40, 366) }),
  fc.record({
    op: fc.constantFrom(
      'today' as const,
      'this-week' as const,
      'this-month' as const,
      'next-month' as const,
      'empty' as const,
      'not-empty' as const,
    ),
  }),
  fc.record({ op: fc.constant('month' as const), month: fc.integer({ min: 1, max: 12 }) }),
)
const number = fc.constantFrom(-1, 0, 0.5, 2, 10)
const numberTest = fc.oneof(
  fc.record({
    op: fc.constantFrom(
      'equals' as const,
      'not-equals' as const,
      'less' as const,
      'at-most' as const,
      'more' as const,
      'at-least' as const,
    ),
    value: number,
  }),
  fc.record({ op: fc.constant('between' as const), from: number, to: number }),
  emptyTest,
)
const yesNoTest = fc.record({ op: fc.constantFrom('yes' as const, 'no' as const, 'empty' as const, 'not-empty' as const) })

/** Every kind of rule; own fields of every type are asked by rules of every type. */
export function randomRule({ staffIds, fieldIds, choiceIds }: Choices): fc.Arbitrary<FilterRule> {
  const fieldId = fc.constantFrom(...fieldIds)
  const choiceValues = ['person', 'female', 'not-stated', 'yue', 'gone', ...levels, ...staffIds]
  return fc.oneof(
    fc.record({ on: fc.constant('text' as const), field: fc.constantFrom(...filterFieldKinds.text), test: textTest }),
    fc.record({
      on: fc.constant('choice' as const),
      field: fc.constantFrom(...filterFieldKinds.choice),
      test: wordsTest(choiceValues, ['any', 'none']),
    }),
    fc.record({ on: fc.constant('tags' as const), test: wordsTest([...tagNames, 'nobody has it'], ['any', 'all', 'none']) }),
    fc.record({ on: fc.constant('date' as const), field: fc.constantFrom(...filterFieldKinds.date), test: dateTest }),
    fc.record({ on: fc.constant('birthday' as const), test: birthdayTest }),
    fc.record({ on: fc.constant('custom-text' as const), fieldId, test: textTest }),
    fc.record({ on: fc.constant('custom-number' as const), fieldId, test: numberTest }),
    fc.record({ on: fc.constant('custom-date' as const), fieldId, test: dateTest }),
    fc.record({ on: fc.constant('custom-choice' as const), fieldId, test: wordsTest([...choiceIds, 'gone'], ['any', 'none']) }),
    fc.record({
      on: fc.constant('custom-several' as const),
      fieldId,
      test: wordsTest([...choiceIds, 'gone'], ['any', 'all', 'none']),
    }),
    fc.record({ on: fc.constant('custom-yes-no' as const), fieldId, test: yesNoTest }),
  ) as fc.Arbitrary<FilterRule> // the wider tests of two kinds fit their rules
}

/** Groups in groups, empty ones too. */
export function randomFilter(choices: Choices, depth = 3): fc.Arbitrary<FilterGroup> {
  const rule = randomRule(choices)
  const item =
    depth > 1 ? fc.oneof({ weight: 3, arbitrary: rule }, { weight: 1, arbitrary: randomFilter(choices, depth - 1) }) : rule
  return fc.record({
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    items: fc.array(item, { maxLength: 3 }),
  })
}
