import { type Birthday, isPossibleDate } from './contact.ts'

const form = /^(lunar:)?(\d{4}|--)-(L?)(\d{2})-(\d{2})$/

/** As stored in one column: `1990-05-01`, `---05-01` without a year, `lunar:1990-L02-03` for a leap month; '' for none. */
export function birthdayText(birthday: Birthday | null): string {
  if (birthday === null) return ''
  const { calendar, year, month, day, leap } = birthday
  const two = (part: number): string => String(part).padStart(2, '0')
  const yearText = year === null ? '--' : String(year).padStart(4, '0')
  return `${calendar === 'lunar' ? 'lunar:' : ''}${yearText}-${leap ? 'L' : ''}${two(month)}-${two(day)}`
}

/** Null for '' and for what is no date. */
export function parseBirthdayText(text: string): Birthday | null {
  const match = form.exec(text)
  if (match === null) return null
  const [, lunar, year, leap, month, day] = match
  const date = {
    calendar: lunar === undefined ? ('solar' as const) : ('lunar' as const),
    year: year === '--' ? null : Number(year),
    month: Number(month),
    day: Number(day),
    leap: leap === 'L',
  }
  const isInRange = date.year !== 0 && date.month >= 1 && date.month <= 12 && date.day >= 1
  return isInRange && isPossibleDate(date) ? date : null
}
