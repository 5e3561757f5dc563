import type { FilterRule } from '../../../shared/features/contacts/contact-filter.ts'
import type { CustomFieldType } from '../../../shared/features/fields/custom-field.ts'
import { customNumber, parseSeveral } from '../../../shared/features/fields/custom-value.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { type DayNumber, parseDay } from './calendar-days.ts'
import { livingField, ownFieldValues } from './contact-field-keys.ts'
import { daysAskedFor } from './contact-filter-dates.ts'
import { havingText, isNegative } from './contact-filter-text.ts'

export type OwnRule = Extract<FilterRule, { fieldId: string }>

/** Whom a rule names: these customers, or everybody but them. */
export interface NamedById {
  readonly ids: readonly string[]
  readonly isInverse: boolean
}

const typesOf: Readonly<Record<OwnRule['on'], readonly CustomFieldType[]>> = {
  'custom-text': ['text', 'phone'],
  'custom-number': ['number'],
  'custom-date': ['date'],
  'custom-choice': ['choice'],
  'custom-several': ['several'],
  'custom-yes-no': ['yes-no'],
}

/** Nobody for a field that was deleted or is of another type. What does not fit its field is as good as not there. */
export function namedByOwnRule(db: ReadableDb, rule: OwnRule, today: DayNumber): NamedById {
  const field = livingField(db, rule.fieldId)
  if (field === undefined || !typesOf[rule.on].includes(field.type)) return { ids: [], isInverse: false }
  const held = ownFieldValues(db, field)
  if (rule.test.op === 'empty' || rule.test.op === 'not-empty') {
    return { ids: held.map(({ id }) => id), isInverse: rule.test.op === 'empty' }
  }
  if (rule.on === 'custom-text') {
    const texts = held.map(({ id, value }) => ({ of: id, text: value }))
    return { ids: havingText(texts, rule.test, field.type === 'phone'), isInverse: isNegative(rule.test) }
  }
  const { fits, isInverse } = valueTest(rule, today)
  return { ids: held.filter(({ value }) => fits(value)).map(({ id }) => id), isInverse }
}

interface ValueTest {
  readonly fits: (value: string) => boolean
  readonly isInverse: boolean
}

function valueTest(rule: Exclude<OwnRule, { on: 'custom-text' }>, today: DayNumber): ValueTest {
  switch (rule.on) {
    case 'custom-number':
      return numberTest(rule.test)
    case 'custom-date': {
      const days = daysAskedFor(rule.test, today)
      const isIn = (day: DayNumber): boolean => (days?.first ?? day) <= day && day <= (days?.last ?? day)
      return { fits: value => isIn(parseDay(value)), isInverse: false }
    }
    case 'custom-choice':
    case 'custom-several':
      return choiceTest(rule)
    case 'custom-yes-no':
      return { fits: value => value === rule.test.op, isInverse: false }
  }
}

function numberTest(test: Extract<OwnRule, { on: 'custom-number' }>['test']): ValueTest {
  if (test.op === 'between') {
    const { from, to } = test
    return fitsNumber(number => from <= number && number <= to)
  }
  if (!('value' in test)) return fitsNumber(() => true)
  const { value } = test
  switch (test.op) {
    case 'equals':
      return fitsNumber(number => number === value)
    case 'not-equals':
      return { ...fitsNumber(number => number === value), isInverse: true }
    case 'less':
      return fitsNumber(number => number < value)
    case 'at-most':
      return fitsNumber(number => number <= value)
    case 'more':
      return fitsNumber(number => number > value)
    case 'at-least':
      return fitsNumber(number => number >= value)
  }
}

function fitsNumber(fits: (number: number) => boolean): ValueTest {
  const fitsText = (value: string): boolean => {
    const number = customNumber('number', value)
    return number !== null && fits(number)
  }
  return { fits: fitsText, isInverse: false }
}

function choiceTest({ on, test }: Extract<OwnRule, { on: 'custom-choice' | 'custom-several' }>): ValueTest {
  if (!('values' in test)) return { fits: () => true, isInverse: test.op === 'empty' }
  const wanted = new Set(test.values)
  const held = (value: string): readonly string[] => (on === 'custom-several' ? parseSeveral(value) : [value])
  if (test.op === 'all') {
    return { fits: value => new Set(held(value).filter(one => wanted.has(one))).size === wanted.size, isInverse: false }
  }
  return { fits: value => held(value).some(one => wanted.has(one)), isInverse: test.op === 'none' }
}
