import { expect, test } from 'vitest'
import type { FilterKind } from '../../../../../renderer/features/contacts/list/filter-targets.ts'
import {
  fromRule,
  newRule,
  type RuleDraft,
  type RuleOp,
  readDay,
  readNumber,
  ruleOps,
  toRule,
  valueShape,
  withOp,
} from '../../../../../renderer/features/contacts/list/rule-draft.ts'
import { FilterRule } from '../../../../../shared/features/contacts/contact-filter.ts'
import { sampleId } from '../../../../helpers/fake-shop.ts'

const own = `custom:${sampleId(7)}`
const targets: Readonly<Record<FilterKind, string>> = {
  text: 'name',
  choice: 'level',
  tags: 'tag',
  date: 'createdAt',
  birthday: 'birthday',
  'custom-text': own,
  'custom-number': own,
  'custom-date': own,
  'custom-choice': own,
  'custom-several': own,
  'custom-yes-no': own,
}

function filled(kind: FilterKind, op: RuleOp): RuleDraft {
  const empty = { target: targets[kind], op, words: [], from: '', to: '' }
  switch (valueShape(kind, op)) {
    case 'none':
      return empty
    case 'text':
      return { ...empty, from: '茶' }
    case 'words':
      return { ...empty, words: ['gold', 'vip'] }
    case 'day':
      return { ...empty, from: '2025-11-20' }
    case 'two-days':
      return { ...empty, from: '2025-11-20', to: '2025-12-01' }
    case 'days':
      return { ...empty, from: '60' }
    case 'month':
      return { ...empty, from: '5' }
    case 'number':
      return { ...empty, from: '1.5' }
    case 'two-numbers':
      return { ...empty, from: '-2', to: '10' }
  }
}

const all = (Object.keys(ruleOps) as FilterKind[]).flatMap(kind => ruleOps[kind].map((op: RuleOp) => [kind, op] as const)) // the keys are the kinds

test.each(all)(
  'a condition of kind %s compared by %s is one that the contract takes, and comes back as it was written',
  (kind, op) => {
    const draft = filled(kind, op)
    const rule = toRule(draft, kind)

    expect(rule).not.toBeNull()
    expect(FilterRule.parse(rule)).toEqual(rule)
    expect(rule === null ? null : fromRule(rule)).toEqual(draft)
  },
)

test('a condition that lacks what it compares with is none', () => {
  expect(toRule(newRule({ key: 'name', kind: 'text' }), 'text')).toBeNull()
  expect(toRule(newRule({ key: 'tag', kind: 'tags' }), 'tags')).toBeNull()
  expect(toRule({ ...filled('date', 'on'), from: '2025-02-30' }, 'date')).toBeNull()
  expect(toRule({ ...filled('custom-number', 'more'), from: 'many' }, 'custom-number')).toBeNull()
  expect(toRule({ ...filled('date', 'last-days'), from: '1.5' }, 'date')).toBeNull()
})

test('a new condition on a date is ready at once', () => {
  expect(toRule(newRule({ key: 'lastActivityAt', kind: 'date' }), 'date')).toEqual({
    on: 'date',
    field: 'lastActivityAt',
    test: { op: 'last-days', days: 30 },
  })
})

test('what was typed stays when the way to compare changes, unless it no longer fits', () => {
  const typed = filled('text', 'contains')
  expect(withOp(typed, 'text', 'begins-with').from).toBe('茶')

  const day = filled('date', 'on')
  expect(withOp(day, 'date', 'before').from).toBe('2025-11-20')
  expect(withOp(day, 'date', 'last-days').from).toBe('30')
  expect(withOp(filled('choice', 'any'), 'choice', 'none').words).toEqual(['gold', 'vip'])
})

test('the ends of a range may be typed in either order', () => {
  const days = toRule({ ...filled('date', 'between'), from: '2025-12-01', to: '2025-11-20' }, 'date')
  const numbers = toRule({ ...filled('custom-number', 'between'), from: '10', to: '9' }, 'custom-number')

  expect(days?.test).toMatchObject({ from: '2025-11-20', to: '2025-12-01' })
  expect(numbers?.test).toMatchObject({ from: 9, to: 10 })
})

test.each([
  ['2025-11-20', '2025-11-20'],
  ['2025/1/5', '2025-01-05'],
  ['2025.11.20', '2025-11-20'],
  ['20251120', '2025-11-20'],
  ['2025年11月20日', '2025-11-20'],
  ['２０２５－１１－２０', '2025-11-20'],
  ['2025-02-29', null],
  ['20-11-2025', null],
  ['', null],
])('the day typed as %s is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

test.each([
  ['1,240.50', 1240.5],
  ['-3', -3],
  ['１２', 12],
  ['1e9', null],
  ['', null],
])('the number typed as %s is %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})
