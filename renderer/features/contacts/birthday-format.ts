import type { Birthday } from '../../../shared/features/contacts/contact.ts'

/** Days a month can have at most: lunar 30; solar by the year, or by a leap year when it is not known. */
export function daysInMonth(calendar: Birthday['calendar'], year: number | null, month: number | null): number {
  if (calendar === 'lunar') return 30
  if (month === null) return 31
  return new Date(Date.UTC(2000 + ((year ?? 2000) % 400), month, 0)).getUTCDate()
}

/** A message key of the locale files and its values, so that each language writes the date its own way. */
export interface BirthdayMessage {
  readonly key: 'birthday.solar' | 'birthday.solarNoYear' | 'birthday.lunar' | 'birthday.lunarNoYear'
  readonly values: { readonly year: string; readonly month: string; readonly day: string; readonly leap: 'yes' | 'no' }
}

/** Solar parts are zero-padded; lunar ones are plain numbers, which the Chinese messages turn into 正月 and 初一. */
export function birthdayMessage(birthday: Birthday): BirthdayMessage {
  const { calendar, year, month, day } = birthday
  const leap = birthday.leap ? 'yes' : 'no'
  const text = year === null ? '' : String(year)
  if (calendar === 'solar') {
    const key = year === null ? 'birthday.solarNoYear' : 'birthday.solar'
    return { key, values: { year: text.padStart(4, '0'), month: pad(month), day: pad(day), leap } }
  }
  const key = year === null ? 'birthday.lunarNoYear' : 'birthday.lunar'
  return { key, values: { year: text, month: String(month), day: String(day), leap } }
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
