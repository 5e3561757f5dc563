import { expect, test } from 'vitest'
import {
  calendarAt,
  dateOf,
  dayAt,
  dayNumber,
  mondayOf,
  parseDay,
  startOfDay,
} from '../../../../electron/features/contacts/calendar-days.ts'

const hour = 3_600_000
const hoursOf = (day: string, zone: string): number =>
  (startOfDay(parseDay(day) + 1, zone) - startOfDay(parseDay(day), zone)) / hour

test('a day has the hours that its zone gives it', () => {
  expect(hoursOf('2026-11-20', 'Asia/Shanghai')).toBe(24)
  expect(hoursOf('2026-03-08', 'America/New_York')).toBe(23)
  expect(hoursOf('2026-11-01', 'America/New_York')).toBe(25)
  expect(hoursOf('2026-04-05', 'Pacific/Chatham')).toBe(25)
  expect(hoursOf('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
})

test('a day without a midnight begins when its first hour does', () => {
  expect(new Date(startOfDay(parseDay('2018-11-04'), 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z')
})

test('a day that a zone left out is empty', () => {
  const zone = 'Pacific/Apia'

  expect(startOfDay(parseDay('2011-12-30'), zone)).toBe(startOfDay(parseDay('2011-12-31'), zone))
})

test('the first and the last moment of a day are in it, and those beside are not', () => {
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Etc/GMT+12', 'UTC']) {
    for (const text of ['2026-03-08', '2026-11-01', '2024-02-29', '1969-12-31', '2025-12-31']) {
      const day = parseDay(text)
      const [start, end] = [startOfDay(day, zone), startOfDay(day + 1, zone)]
      expect([start - 1, start, end - 1, end].map(at => dayAt(at, zone))).toEqual([day - 1, day, day, day + 1])
    }
  }
})

test('weeks begin on Monday, before 1970 too', () => {
  expect(mondayOf(parseDay('2026-11-20'))).toBe(parseDay('2026-11-16'))
  expect(mondayOf(parseDay('2026-11-16'))).toBe(parseDay('2026-11-16'))
  expect(mondayOf(parseDay('2026-11-22'))).toBe(parseDay('2026-11-16'))
  expect(mondayOf(parseDay('1969-12-31'))).toBe(parseDay('1969-12-29'))
})

test('a day is the number of its date and back, for every year that a person may type', () => {
  for (const date of [
    { year: 1, month: 1, day: 1 },
    { year: 99, month: 12, day: 31 },
    { year: 2024, month: 2, day: 29 },
    { year: 9999, month: 12, day: 31 },
  ]) {
    expect(dateOf(dayNumber(date.year, date.month, date.day))).toEqual(date)
  }
  expect(dayNumber(2026, 13, 1)).toBe(parseDay('2027-01-01'))
})

test('today is what the calendar on the wall says', () => {
  const now = new Date('2026-11-19T16:00:00.000Z')

  expect(calendarAt(now, 'Asia/Shanghai').today).toBe(parseDay('2026-11-20'))
  expect(calendarAt(now, 'America/New_York').today).toBe(parseDay('2026-11-19'))
})
