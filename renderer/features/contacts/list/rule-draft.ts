import { FilterRule } from '../../../../shared/features/contacts/contact-filter.ts'
import { type FilterKind, type FilterTarget, fieldIdOf, targetKeyOf } from './filter-targets.ts'

/** A condition while it is being written; it may lack what it compares with. */
export interface RuleDraft {
  /** Key of its target. */
  readonly target: string
  readonly op: RuleOp
  /** Chosen words, for choices and tags. */
  readonly words: readonly string[]
  /** What else is typed: a text, a day, a number; `to` where two are needed. */
  readonly from: string
  readonly to: string
}

const textOps = ['contains', 'not-contains', 'is', 'is-not', 'begins-with', 'empty', 'not-empty'] as const
const choiceOps = ['any', 'none', 'empty', 'not-empty'] as const
const severalOps = ['any', 'all', 'none', 'empty', 'not-empty'] as const
const pastOps = [
  'last-days',
  'before-days',
  'on',
  'before',
  'after',
  'between',
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const
const dateOps = [...pastOps, 'next-days', 'empty', 'not-empty'] as const
const birthdayOps = ['this-month', 'next-month', 'next-days', 'this-week', 'today', 'month', 'empty', 'not-empty'] as const
const numberOps = ['equals', 'not-equals', 'more', 'at-least', 'less', 'at-most', 'between', 'empty', 'not-empty'] as const
const yesNoOps = ['yes', 'no', 'empty', 'not-empty'] as const

/** How each kind can be compared, the usual way first. Built-in dates are always there and never lie ahead. */
export const ruleOps = {
  text: textOps,
  choice: choiceOps,
  tags: severalOps,
  date: pastOps,
  birthday: birthdayOps,
  'custom-text': textOps,
  'custom-number': numberOps,
  'custom-date': dateOps,
  'custom-choice': choiceOps,
  'custom-several': severalOps,
  'custom-yes-no': yesNoOps,
} as const satisfies Readonly<Record<FilterKind, readonly string[]>>
export type RuleOp = (typeof ruleOps)[FilterKind][number]

/** What has to be given to compare with. */
export type ValueShape = 'none' | 'text' | 'words' | 'day' | 'days' | 'two-days' | 'month' | 'number' | 'two-numbers'

export function valueShape(kind: FilterKind, op: RuleOp): ValueShape {
  const bare: readonly RuleOp[] = ['empty', 'not-empty']
  if (bare.includes(op)) return 'none'
  if (kind === 'text' || kind === 'custom-text') return 'text'
  if (kind === 'custom-number') return op === 'between' ? 'two-numbers' : 'number'
  if (kind === 'choice' || kind === 'custom-choice' || kind === 'tags' || kind === 'custom-several') return 'words'
  switch (op) {
    case 'on':
    case 'before':
    case 'after':
      return 'day'
    case 'between':
      return 'two-days'
    case 'last-days':
    case 'before-days':
    case 'next-days':
      return 'days'
    case 'month':
      return 'month'
    default:
      return 'none'
  }
}

/** A new condition on a target: compared in the usual way, with nothing typed yet. */
export function newRule({ key, kind }: Pick<FilterTarget, 'key' | 'kind'>): RuleDraft {
  return withOp({ target: key, op: ruleOps[kind][0], words: [], from: '', to: '' }, kind, ruleOps[kind][0])
}

/** Another way to compare: what was typed stays where it still fits. */
export function withOp(draft: RuleDraft, kind: FilterKind, op: RuleOp): RuleDraft {
  const shape = valueShape(kind, op)
  const keeps = shape === valueShape(kind, draft.op) && draft.from !== ''
  if (keeps || shape === 'words' || shape === 'none') return { ...draft, op }
  return { ...draft, op, from: firstValue[shape] ?? '', to: '' }
}

const firstValue: Readonly<Partial<Record<ValueShape, string>>> = { days: '30', month: '1' }

/** The condition as it is asked for; null while something is missing or cannot be read. */
export function toRule(draft: RuleDraft, kind: FilterKind): FilterRule | null {
  const fieldId = fieldIdOf(draft.target)
  const about = fieldId === null ? (kind === 'tags' || kind === 'birthday' ? {} : { field: draft.target }) : { fieldId }
  return FilterRule.safeParse({ on: kind, ...about, test: testOf(draft, valueShape(kind, draft.op)) }).data ?? null
}

/** A stored condition, to be changed. */
export function fromRule(rule: FilterRule): RuleDraft {
  const { test } = rule
  const draft = { target: targetKeyOf(rule), op: test.op, words: [], from: '', to: '' }
  if ('values' in test) return { ...draft, words: test.values }
  if ('value' in test) return { ...draft, from: String(test.value) }
  if ('day' in test) return { ...draft, from: test.day }
  if ('days' in test) return { ...draft, from: String(test.days) }
  if ('month' in test) return { ...draft, from: String(test.month) }
  return 'from' in test ? { ...draft, from: String(test.from), to: String(test.to) } : draft
}

function testOf({ op, words, from, to }: RuleDraft, shape: ValueShape): unknown {
  switch (shape) {
    case 'none':
      return { op }
    case 'text':
      return { op, value: from }
    case 'words':
      return { op, values: words }
    case 'day':
      return { op, day: readDay(from) }
    case 'two-days':
      return { op, ...inOrder(readDay(from), readDay(to)) }
    case 'days':
      return { op, days: readNumber(from) }
    case 'month':
      return { op, month: readNumber(from) }
    case 'number':
      return { op, value: readNumber(from) }
    case 'two-numbers':
      return { op, ...inOrder(readNumber(from), readNumber(to)) }
  }
}

/** The smaller one first: nobody should have to type a range twice for the order of its ends. */
function inOrder<T extends string | number>(from: T | null, to: T | null): { from: T | null; to: T | null } {
  return from !== null && to !== null && to < from ? { from: to, to: from } : { from, to }
}

/** A day as people type it (2025-11-20, 2025/11/20, 20251120, 2025年11月20日) as YYYY-MM-DD; null when there is no such day. */
export function readDay(typed: string): string | null {
  const bare = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(bare)
  if (parts === null) return null
  const [year, month, day] = parts.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** A number as people type it, with or without commas; null for anything else. */
export function readNumber(typed: string): number | null {
  const bare = typed.normalize('NFKC').replaceAll(/[,\s]/gu, '')
  return /^-?\d+(?:\.\d+)?$/u.test(bare) ? Number(bare) : null
}
