import { Birthday } from '../../../shared/features/contacts/contact.ts'

const form = /^(lunar:)?(\d{4}|--)-(L?)(\d{2})-(\d{2})$/u

/** Reads a birthday as the history gives it: `1990-05-01`, `---05-01`, `lunar:1990-L02-03`. Null for anything else. */
export function readStoredBirthday(text: string): Birthday | null {
  const match = form.exec(text)
  if (match === null) return null
  const [, lunar, year, leap, month, day] = match
  const parsed = Birthday.safeParse({
    calendar: lunar === undefined ? 'solar' : 'lunar',
    year: year === '--' ? null : Number(year),
    month: Number(month),
    day: Number(day),
    leap: leap === 'L',
  })
  return parsed.success ? parsed.data : null
}
