import type { Birthday } from '../../../../shared/features/contacts/contact.ts'

/** The birthday control's parts as typed; a half-filled one is kept as it stands. */
export interface BirthdayInput {
  readonly calendar: Birthday['calendar']
  readonly year: string
  readonly month: number | null
  readonly day: number | null
  readonly leap: boolean
}

const empty: BirthdayInput = { calendar: 'solar', year: '', month: null, day: null, leap: false }

export function birthdayInputOf(birthday: Birthday | null): BirthdayInput {
  if (birthday === null) return empty
  return { ...birthday, year: birthday.year === null ? '' : String(birthday.year) }
}

export function isEmptyBirthday({ year, month, day }: BirthdayInput): boolean {
  return year.trim() === '' && month === null && day === null
}

/** Why the parts make no date yet; whether the month has the day is checked with the rest of the customer. */
export function problemOfBirthday(input: BirthdayInput): 'birthday-year' | 'birthday-incomplete' | null {
  const year = input.year.trim()
  if (year !== '' && (!/^\d{1,4}$/.test(year) || Number(year) < 1)) return 'birthday-year'
  if (isEmptyBirthday(input)) return null
  return input.month === null || input.day === null ? 'birthday-incomplete' : null
}

/** Null while month or day is missing. */
export function birthdayOf(input: BirthdayInput): Birthday | null {
  const { calendar, month, day } = input
  if (month === null || day === null) return null
  const year = input.year.trim() === '' ? null : Number(input.year.trim())
  return { calendar, year, month, day, leap: calendar === 'lunar' && input.leap }
}
