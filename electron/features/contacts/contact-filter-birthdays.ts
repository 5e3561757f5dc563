import { type LunarMonth, SolarDay } from 'tyme4ts'
import type { FilterRule } from '../../../shared/features/contacts/contact-filter.ts'
import { type DayNumber, dateOf, mondayOf } from './calendar-days.ts'
import { monthOf } from './contact-filter-dates.ts'

export type BirthdayTest = Extract<FilterRule, { on: 'birthday' }>['test']

/** The keys (`birth_key` of the lines) of the birthdays that are kept on the days asked for; null for `empty` and `not-empty`. */
export function birthdaysAskedFor(test: BirthdayTest, today: DayNumber): readonly string[] | null {
  const { year, month } = dateOf(today)
  switch (test.op) {
    case 'next-days':
      return birthdaysKept(today, today + test.days)
    case 'today':
      return birthdaysKept(today, today)
    case 'this-week':
      return birthdaysKept(mondayOf(today), mondayOf(today) + 6)
    case 'this-month':
      return birthdaysInMonth(year, month)
    case 'next-month':
      return birthdaysInMonth(year, month + 1)
    case 'month':
      return birthdaysInMonth(year, test.month)
    case 'empty':
    case 'not-empty':
      return null
  }
}

function birthdaysInMonth(year: number, month: number): readonly string[] {
  const { first, last } = monthOf(year, month)
  return birthdaysKept(first, last)
}

/**
 * Birthdays kept on any of these days. One of 29 February is kept on the 28th in a common year, one in a leap month in
 * the ordinary month of a year without it, one on the 30th of a lunar month on its 29th where that is the last.
 */
function birthdaysKept(first: DayNumber, last: DayNumber): readonly string[] {
  const keys = new Set<string>()
  for (let day = first; day <= last; day += 1) for (const key of solarKeys(day)) keys.add(key)
  for (const { month, day } of lunarDays(first, last)) for (const key of lunarKeys(month, day)) keys.add(key)
  return [...keys]
}

function solarKeys(number: DayNumber): readonly string[] {
  const { month, day } = dateOf(number)
  const key = `s${two(month)}-${two(day)}`
  const isEndOfCommonFebruary = month === 2 && day === 28 && dateOf(number + 1).day !== 29
  return isEndOfCommonFebruary ? [key, 's02-29'] : [key]
}

interface LunarDate {
  readonly month: LunarMonth
  readonly day: number
}

/** Steps from day to day: working each out from the solar date takes half a millisecond. */
function* lunarDays(first: DayNumber, last: DayNumber): Generator<LunarDate> {
  const solar = dateOf(first)
  const begin = SolarDay.fromYmd(solar.year, solar.month, solar.day).getLunarDay()
  let month = begin.getLunarMonth()
  let day = begin.getDay()
  for (let number = first; number <= last; number += 1) {
    yield { month, day }
    day += 1
    if (day > month.getDayCount()) {
      month = month.next(1)
      day = 1
    }
  }
}

function lunarKeys(month: LunarMonth, day: number): readonly string[] {
  const number = two(Math.abs(month.getMonth()))
  const leapMonth = month.getLunarYear().getLeapMonth()
  const prefixes = month.isLeap() ? ['lL'] : leapMonth === month.getMonth() ? ['l'] : ['l', 'lL']
  const days = day === 29 && month.getDayCount() === 29 ? [29, 30] : [day]
  return prefixes.flatMap(prefix => days.map(one => `${prefix}${number}-${two(one)}`))
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
