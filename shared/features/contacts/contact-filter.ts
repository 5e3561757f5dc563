import { z } from 'zod'
import { Id } from '../../kernel/id.ts'

/** How a field is compared: each kind has its own operators. */
export const filterFieldKinds = {
  text: [
    'name',
    'alias',
    'company',
    'jobTitle',
    'memberNo',
    'salutation',
    'phone',
    'email',
    'handle',
    'address',
    'note',
    'pinnedNote',
    'preference',
  ],
  choice: ['kind', 'gender', 'level', 'source', 'stage', 'assignee', 'language', 'preferredChannel'],
  tags: ['tag'],
  date: ['createdAt', 'lastActivityAt'],
  birthday: ['birthday'],
} as const

export const TextFilterField = z.enum(filterFieldKinds.text)
export const ChoiceFilterField = z.enum(filterFieldKinds.choice)
export const DateFilterField = z.enum(filterFieldKinds.date)

const Words = z.array(z.string().min(1).max(200)).min(1).max(100)
const Day = z.iso.date()
const Days = z.int().min(0).max(36_500)
const Amount = z.number().min(-1e15).max(1e15)

/** Compared folded: case, width, accents, traditional and simplified do not matter. Several values of a customer: one is enough; `not-…` means none of them. */
const textOps = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.enum(['contains', 'not-contains', 'is', 'is-not', 'begins-with']),
    value: z.string().trim().min(1).max(200),
  }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
])
/** `any`: one of these. `none`: not one of these; a customer without a value counts. */
const choiceOps = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['any', 'none']), values: Words }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
])
const severalOps = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['any', 'all', 'none']), values: Words }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
])
/** Days of this computer's calendar. `last 7 days`: today and the six before; `before-days 60`: earlier than 60 days ago; weeks begin on Monday. */
const dateOps = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['on', 'before', 'after']), day: Day }),
  z.strictObject({ op: z.literal('between'), from: Day, to: Day }),
  z.strictObject({ op: z.enum(['last-days', 'next-days', 'before-days']), days: Days }),
  z.strictObject({
    op: z.enum(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-year', 'last-year']),
  }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
])
/** By the day on which it is kept, lunar ones by this year's calendar; `next-days 7`: today and the seven after. */
const birthdayOps = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('next-days'), days: z.int().min(0).max(366) }),
  z.strictObject({ op: z.enum(['today', 'this-week', 'this-month', 'next-month', 'empty', 'not-empty']) }),
  z.strictObject({ op: z.literal('month'), month: z.int().min(1).max(12) }),
])
const numberOps = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['equals', 'not-equals', 'less', 'at-most', 'more', 'at-least']), value: Amount }),
  z.strictObject({ op: z.literal('between'), from: Amount, to: Amount }),
  z.strictObject({ op: z.enum(['empty', 'not-empty']) }),
])
const yesNoOps = z.strictObject({ op: z.enum(['yes', 'no', 'empty', 'not-empty']) })

export const FilterRule = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('text'), field: TextFilterField, test: textOps }),
  z.strictObject({ on: z.literal('choice'), field: ChoiceFilterField, test: choiceOps }),
  z.strictObject({ on: z.literal('tags'), test: severalOps }),
  z.strictObject({ on: z.literal('date'), field: DateFilterField, test: dateOps }),
  z.strictObject({ on: z.literal('birthday'), test: birthdayOps }),
  /** Own fields; a rule whose type is not the field's matches nobody. */
  z.strictObject({ on: z.literal('custom-text'), fieldId: Id, test: textOps }),
  z.strictObject({ on: z.literal('custom-number'), fieldId: Id, test: numberOps }),
  z.strictObject({ on: z.literal('custom-date'), fieldId: Id, test: dateOps }),
  z.strictObject({ on: z.literal('custom-choice'), fieldId: Id, test: choiceOps }),
  z.strictObject({ on: z.literal('custom-several'), fieldId: Id, test: severalOps }),
  z.strictObject({ on: z.literal('custom-yes-no'), fieldId: Id, test: yesNoOps }),
])
export type FilterRule = z.infer<typeof FilterRule>

export interface FilterGroup {
  /** `all`: and. `any`: or. `none`: not one of them. */
  readonly match: 'all' | 'any' | 'none'
  /** Empty: everybody, whatever `match` says. */
  readonly items: readonly FilterItem[]
}
export type FilterItem = FilterGroup | FilterRule

export const filterDepth = 4

const rulesAtMost = 100
/** Rules and groups: of a filter with more nothing is parsed, since its parts multiply. */
const itemsAtMost = 400

/** Groups inside groups, at most four deep and 100 rules in all. */
export const FilterGroup: z.ZodType<FilterGroup, FilterGroup> = z
  .custom<FilterGroup>(hasFewItems, { message: 'too many conditions' })
  .pipe(groupOfDepth(filterDepth))
  .refine(group => countRules(group) <= rulesAtMost, { message: 'too many conditions' })
export const ContactFilter = FilterGroup.nullable()
export type ContactFilter = FilterGroup | null

export function isGroup(item: FilterItem): item is FilterGroup {
  return 'match' in item
}

/** Rules of a filter, those of inner groups too; 0 for none. */
export function countRules(item: FilterItem | null): number {
  if (item === null) return 0
  return isGroup(item) ? item.items.reduce((sum, inner) => sum + countRules(inner), 0) : 1
}

function hasFewItems(filter: unknown): boolean {
  const waiting = [filter]
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const item = waiting.pop()
    if (typeof item !== 'object' || item === null || !('items' in item) || !Array.isArray(item.items)) continue
    if (seen + waiting.length + item.items.length > itemsAtMost) return false
    waiting.push(...(item.items as unknown[])) // an array of whatever was sent
  }
  return true
}

function groupOfDepth(depth: number): z.ZodType<FilterGroup, FilterGroup> {
  const item: z.ZodType<FilterItem, FilterItem> = depth > 1 ? z.union([FilterRule, groupOfDepth(depth - 1)]) : FilterRule
  return z.strictObject({ match: z.enum(['all', 'any', 'none']), items: z.array(item).max(50) })
}
