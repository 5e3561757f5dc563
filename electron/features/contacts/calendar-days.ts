/** A day of the calendar as a number: days since 1 January 1970. */
export type DayNumber = number

/** What "today" is, and where. */
export interface Calendar {
  readonly today: DayNumber
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly zone: string
}

/** From the first day, up to the last one and including it; null: open at that end. */
export interface DayRange {
  readonly first: DayNumber | null
  readonly last: DayNumber | null
}

const dayMs = 86_400_000

/** By this computer's time zone. */
export function systemCalendar(now: Date): Calendar {
  return calendarAt(now, new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

export function calendarAt(now: Date, zone: string): Calendar {
  return { today: dayAt(now.getTime(), zone), zone }
}

/** The day that it is in a zone at a moment (ms). */
export function dayAt(at: number, zone: string): DayNumber {
  const parts = formatterOf(zone).formatToParts(at)
  const part = (type: string): number => Number(parts.find(one => one.type === type)?.value)
  return dayNumber(part('year'), part('month'), part('day'))
}

/** When a day begins in a zone, in ms: days of 23 or 25 hours, and those without a midnight, too. */
export function startOfDay(day: DayNumber, zone: string): number {
  const midnight = day * dayMs
  let before = midnight - 16 * 3_600_000
  let within = midnight + 16 * 3_600_000
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (dayAt(middle, zone) >= day) within = middle
    else before = middle
  }
  return within
}

/** `month` from 1; 0 and 13 are of the years beside, a day past the month's end is of the next one. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  // setUTCFullYear takes the years before 100 as they are
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / dayMs)
}

export function dateOf(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Of a text YYYY-MM-DD. */
export function parseDay(text: string): DayNumber {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return dayNumber(year, month, day)
}

/** Monday of the day's week. */
export function mondayOf(day: DayNumber): DayNumber {
  // 1 January 1970 was a Thursday
  return day - ((((day + 3) % 7) + 7) % 7)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', ...numeric })
  formatters.set(zone, formatter)
  return formatter
}
