import { expect, test } from 'vitest'
import { parseDay } from '../../../../electron/features/contacts/calendar-days.ts'
import { birthdaysAskedFor } from '../../../../electron/features/contacts/contact-filter-birthdays.ts'

const keptOn = (day: string): readonly string[] | null => birthdaysAskedFor({ op: 'today' }, parseDay(day))

test('a day is found by its solar and its lunar date', () => {
  // the mid-autumn festival
  expect(keptOn('2026-09-25')).toEqual(['s09-25', 'l08-15', 'lL08-15'])
  expect(keptOn('2026-02-17')).toEqual(['s02-17', 'l01-01', 'lL01-01'])
})

test('29 February is kept on the 28th in common years only', () => {
  expect(keptOn('2026-02-28')).toContain('s02-29')
  expect(keptOn('2024-02-28')).not.toContain('s02-29')
  expect(keptOn('2024-02-29')).toContain('s02-29')
  expect(keptOn('2100-02-28')).toContain('s02-29')
})

test('a leap month of this year has its own birthdays, and the ordinary month of its number has only its own', () => {
  // 2025 has a leap sixth month: 25 July to 22 August
  expect(keptOn('2025-07-25')).toEqual(['s07-25', 'lL06-01'])
  expect(keptOn('2025-06-25')).toEqual(['s06-25', 'l06-01'])
})

test('a birthday in a leap month is kept in the ordinary month of a year without it', () => {
  expect(keptOn('2026-07-14')).toEqual(['s07-14', 'l06-01', 'lL06-01'])
})

test('the 30th is kept on the 29th of a lunar month that ends with it', () => {
  // the twelfth month before 17 February 2026 has 29 days, the one before 10 February 2024 has 30
  expect(keptOn('2026-02-16')).toEqual(['s02-16', 'l12-29', 'l12-30', 'lL12-29', 'lL12-30'])
  expect(keptOn('2024-02-08')).toEqual(['s02-08', 'l12-29', 'lL12-29'])
  expect(keptOn('2024-02-09')).toEqual(['s02-09', 'l12-30', 'lL12-30'])
})

test('the leap eleventh month of 2033 is where the calendar has it', () => {
  expect(keptOn('2033-12-22')).toContain('lL11-01')
  expect(keptOn('2033-12-22')).not.toContain('l11-01')
})

test('days go on over the end of a lunar month and of a year', () => {
  const keys = birthdaysAskedFor({ op: 'next-days', days: 3 }, parseDay('2026-12-31'))

  expect(keys?.filter(key => key.startsWith('s'))).toEqual(['s12-31', 's01-01', 's01-02', 's01-03'])
  expect(birthdaysAskedFor({ op: 'next-month' }, parseDay('2026-12-31'))?.filter(key => key.startsWith('s'))).toHaveLength(31)
})

test('a month asked for is one of this year', () => {
  expect(birthdaysAskedFor({ op: 'month', month: 2 }, parseDay('2024-11-20'))).toContain('s02-29')
  expect(birthdaysAskedFor({ op: 'month', month: 2 }, parseDay('2026-11-20'))).toContain('s02-29')
  expect(birthdaysAskedFor({ op: 'month', month: 3 }, parseDay('2026-11-20'))).not.toContain('s02-29')
})

test('whether there is a birthday is no question of days', () => {
  expect(birthdaysAskedFor({ op: 'empty' }, 0)).toBeNull()
})
