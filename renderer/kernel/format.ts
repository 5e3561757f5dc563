import { useMemo } from 'react'
import type { Locale } from '../../shared/features/app/app-state.ts'
import { currentLocale, type Translate, text, useText } from './i18n.ts'
import { platformName } from './platform.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Dates, numbers and phones as glossary 19 writes them, in the local time zone. Instants are ISO 8601 in UTC. */
export interface Format {
  /** `2025-11-20`, in tables. */
  readonly tableDate: (instant: string) => string
  /** `11月20日 周四` / `Thu 20 Nov`; the year is added when it is not this one. */
  readonly date: (instant: string) => string
  /** `16:00` */
  readonly time: (instant: string) => string
  /** `11月20日 16:00` / `20 Nov, 16:00` */
  readonly dateTime: (instant: string) => string
  /** `5 分钟前` / `5 min ago`, up to 7 days, then the table date. */
  readonly relative: (instant: string) => string
  /** `1,240` */
  readonly number: (value: number) => string
  /** 0.08 is `8%` */
  readonly percent: (share: number) => string
  /** `84 MB`; 1 MB is 1,048,576 bytes, on macOS 1,000,000. */
  readonly bytes: (count: number) => string
  /** The two largest units: `2 天 3 小时` / `2 d 3 h`. */
  readonly duration: (milliseconds: number) => string
  /** Chinese mobile numbers as 3-4-4; everything else as it was typed. */
  readonly phone: (value: string) => string
}

export interface FormatSetting {
  readonly locale: Locale
  readonly t: Translate
  /** The clock that "ago" and "this year" count from. */
  readonly now?: () => Date
  readonly decimalBytes?: boolean
}

/** The engine takes long to make these: they are made once. */
const wordsOf: Readonly<Record<Locale, ReturnType<typeof localWords>>> = { 'zh-CN': localWords('zh-CN'), en: localWords('en-GB') }

function localWords(tag: string) {
  return {
    numbers: new Intl.NumberFormat(tag),
    percents: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
    // of the day as it is called here: they must not keep a time zone that changes
    months: new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }),
    weekdays: new Intl.DateTimeFormat(tag === 'zh-CN' ? tag : 'en-US', { weekday: 'short', timeZone: 'UTC' }),
  }
}

export function createFormat({ locale, t, now = () => new Date(), decimalBytes = false }: FormatSetting): Format {
  const { numbers, percents } = wordsOf[locale]
  const time = (instant: string) => clockTime(new Date(instant))
  const dayOf = (instant: string) => dayWords(new Date(instant), now(), locale)
  return {
    tableDate: instant => isoDay(new Date(instant)),
    date: instant => weekdayWords(new Date(instant), now(), locale),
    time,
    dateTime: instant => t('common:dateTime', { date: dayOf(instant), time: time(instant) }),
    relative: instant => relativeWords({ at: new Date(instant), now: now(), time: () => time(instant), t }),
    number: value => numbers.format(value),
    percent: share => percents.format(share),
    bytes: count => byteWords(count, decimalBytes ? 1000 : 1024, numbers),
    duration: milliseconds => durationWords(milliseconds, t),
    phone: formatPhone,
  }
}

/** The formats in the language on screen, following its change. */
export function useFormat(): Format {
  const { t, locale } = useText()
  return useMemo(() => createFormat({ locale, t, decimalBytes: isMac() }), [locale, t])
}

/** The formats outside of a component. */
export function currentFormat(): Format {
  return createFormat({ locale: currentLocale(), t: text, decimalBytes: isMac() })
}

/** `138 1234 5678`, also from `+86 138-1234-5678`; anything that is no Chinese mobile number is left as typed. */
export function formatPhone(value: string): string {
  const bare = value.replaceAll(/[\s\-()（）]/gu, '').replace(/^(?:\+|00)86(?=1\d{10}$)/u, '')
  if (!/^1\d{10}$/u.test(bare)) return value.trim()
  return `${bare.slice(0, 3)} ${bare.slice(3, 7)} ${bare.slice(7)}`
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && platformName() === 'darwin'
}

const two = (value: number): string => String(value).padStart(2, '0')

function isoDay(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function clockTime(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Midnight in UTC of the local day. */
function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}

function dayWords(date: Date, now: Date, locale: Locale): string {
  const otherYear = date.getFullYear() !== now.getFullYear()
  if (locale === 'zh-CN') {
    return `${otherYear ? `${date.getFullYear()}年` : ''}${date.getMonth() + 1}月${date.getDate()}日`
  }
  const month = wordsOf[locale].months.format(calendarDay(date))
  return `${date.getDate()} ${month}${otherYear ? ` ${date.getFullYear()}` : ''}`
}

function weekdayWords(date: Date, now: Date, locale: Locale): string {
  const weekday = wordsOf[locale].weekdays.format(calendarDay(date))
  const words = dayWords(date, now, locale)
  return locale === 'zh-CN' ? `${words} ${weekday}` : `${weekday} ${words}`
}

function relativeWords({ at, now, time, t }: { at: Date; now: Date; time: () => string; t: Translate }): string {
  const ago = now.getTime() - at.getTime()
  if (ago < -minute) return isoDay(at)
  if (ago < minute) return t('common:relative.now')
  if (ago < hour) return t('common:relative.minutes', { n: Math.floor(ago / minute) })
  const days = daysBetween(at, now)
  if (days === 0) return t('common:relative.hours', { n: Math.floor(ago / hour) })
  if (days === 1) return t('common:relative.yesterday', { time: time() })
  return days <= 7 ? t('common:relative.days', { n: days }) : isoDay(at)
}

/** Midnights between the two, in local time. */
function daysBetween(from: Date, to: Date): number {
  return (calendarDay(to) - calendarDay(from)) / day
}

function durationWords(milliseconds: number, t: Translate): string {
  const parts = [
    { key: 'common:duration.days', n: Math.floor(milliseconds / day) },
    { key: 'common:duration.hours', n: Math.floor(milliseconds / hour) % 24 },
    { key: 'common:duration.minutes', n: Math.floor(milliseconds / minute) % 60 },
    { key: 'common:duration.seconds', n: Math.floor(milliseconds / 1000) % 60 },
  ] as const
  const first = parts.findIndex(part => part.n > 0)
  if (first === -1) return t('common:duration.seconds', { n: 0 })
  return parts
    .slice(first, first + 2)
    .filter(part => part.n > 0)
    .map(part => t(part.key, { n: part.n }))
    .join(' ')
}

function byteWords(count: number, step: number, numbers: Intl.NumberFormat): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let value = count
  let unit = 0
  while (value >= step && unit < units.length - 1) {
    value /= step
    unit += 1
  }
  const rounded = value >= 10 || unit === 0 ? Math.round(value) : Math.round(value * 10) / 10
  return `${numbers.format(rounded)} ${units[unit] ?? ''}`
}
