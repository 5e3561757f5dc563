import { Birthday } from '../../../../shared/features/contacts/contact.ts'

export interface ReadBirthday {
  readonly birthday: Birthday
  /** It held more than a date, such as a time of day. */
  readonly hasMore: boolean
}

/** Programs that need a year write this one for a birthday without. */
const noYear = 1604

const forms: readonly RegExp[] = [
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/,
  /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?$/,
  /^--(?<m>\d{2})-?(?<d>\d{2})$/,
  /^(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?$/,
  /^(?:[a-z]{3,9},?\s*)?(?<d>\d{1,2})\s(?<month>[a-z]{3,9})\.?,?\s(?<y>\d{4})$/i,
  /^(?:[a-z]{3,9},\s*)?(?<month>[a-z]{3,9})\.?\s(?<d>\d{1,2}),?\s(?<y>\d{4})$/i,
]

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as programs write it: basic, extended, without a year, with a time, Chinese, marked as lunar. Null for what
 * names no day that there is.
 */
export function readBirthday(written: string): ReadBirthday | null {
  if (written.length > 100) return null
  const lunar = /^(?:农历|農曆|阴历|陰曆|lunar)[:：\s]*/i.exec(written)?.[0] ?? ''
  const text = written.slice(lunar.length).trim()
  const calendar = lunar === '' ? 'solar' : 'lunar'
  const whole = readDate(text.replace(/\s+(?=[年月日号])|(?<=[年月])\s+/g, ''), calendar)
  if (whole !== null) return { birthday: whole, hasMore: false }
  const [date = '', time = ''] = text.split(/[T\s](.*)/s)
  const birthday = readDate(date, calendar)
  return birthday === null ? null : { birthday, hasMore: !isMidnight(time) }
}

function readDate(date: string, calendar: Birthday['calendar']): Birthday | null {
  for (const form of forms) {
    const { y, m, d, month } = form.exec(date)?.groups ?? {}
    if (d === undefined) continue
    const year = y === undefined || Number(y) === noYear ? null : Number(y)
    const number = month === undefined ? Number(m) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
    const birthday = Birthday.safeParse({ calendar, year, month: number, day: Number(d), leap: false })
    return birthday.success ? birthday.data : null
  }
  return null
}

function isMidnight(time: string): boolean {
  return /^(?:0{1,2}(?::?00){0,2}(?:\.0+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(time.trim())
}
