import type { z } from 'zod'
import type { FilterRule } from '../../../shared/features/contacts/contact-filter.ts'
import { type DayNumber, type DayRange, dateOf, dayNumber, mondayOf, parseDay } from './calendar-days.ts'

export type DateTest = Extract<z.infer<typeof FilterRule>, { on: 'date' }>['test']

/** The days that a test asks for; null for one that asks whether there is a day at all. A range that ends before it begins has none. */
export function daysAskedFor(test: DateTest, today: DayNumber): DayRange | null {
  switch (test.op) {
    case 'on':
      return range(parseDay(test.day), parseDay(test.day))
    case 'before':
      return range(null, parseDay(test.day) - 1)
    case 'after':
      return range(parseDay(test.day) + 1, null)
    case 'between':
      return range(parseDay(test.from), parseDay(test.to))
    case 'last-days':
      return range(today - test.days + 1, today)
    case 'next-days':
      return range(today, today + test.days)
    case 'before-days':
      return range(null, today - test.days - 1)
    case 'empty':
    case 'not-empty':
      return null
    default:
      return periodOf(test.op, today)
  }
}

type Period = Exclude<
  DateTest['op'],
  'on' | 'before' | 'after' | 'between' | 'last-days' | 'next-days' | 'before-days' | 'empty' | 'not-empty'
>

function periodOf(period: Period, today: DayNumber): DayRange {
  const { year, month } = dateOf(today)
  const monday = mondayOf(today)
  switch (period) {
    case 'today':
      return range(today, today)
    case 'yesterday':
      return range(today - 1, today - 1)
    case 'this-week':
      return range(monday, monday + 6)
    case 'last-week':
      return range(monday - 7, monday - 1)
    case 'this-month':
      return monthOf(year, month)
    case 'last-month':
      return monthOf(year, month - 1)
    case 'this-year':
      return range(dayNumber(year, 1, 1), dayNumber(year, 12, 31))
    case 'last-year':
      return range(dayNumber(year - 1, 1, 1), dayNumber(year - 1, 12, 31))
  }
}

/** `month` 0 and 13 are of the years beside. */
export function monthOf(year: number, month: number): { readonly first: DayNumber; readonly last: DayNumber } {
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 1) - 1 }
}

function range(first: DayNumber | null, last: DayNumber | null): DayRange {
  return { first, last }
}
