import { expect, test } from 'vitest'
import { birthdayText, parseBirthdayText } from '../../../../shared/features/contacts/birthday-text.ts'

const solar = { calendar: 'solar', year: 1990, month: 5, day: 1, leap: false } as const

test.each([
  [null, ''],
  [solar, '1990-05-01'],
  [{ ...solar, year: null }, '---05-01'],
  [{ ...solar, year: 7 }, '0007-05-01'],
  [{ ...solar, calendar: 'lunar', leap: true } as const, 'lunar:1990-L05-01'],
  [{ ...solar, calendar: 'lunar', year: null, day: 30 } as const, 'lunar:---05-30'],
])('birthdayText writes and reads back %j', (birthday, text) => {
  expect(birthdayText(birthday)).toBe(text)
  expect(parseBirthdayText(text)).toEqual(birthday)
})

test.each(['1990-13-01', '1990-02-30', '05-01', 'x'])('parseBirthdayText answers null when %s is no date', text => {
  expect(parseBirthdayText(text)).toBeNull()
})
