import { expect, test } from 'vitest'
import { birthdayText, parseBirthdayText } from '../../../../shared/features/contacts/birthday-text.ts'
import { Birthday } from '../../../../shared/features/contacts/contact.ts'

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

test('parseBirthdayText reads every text of the form as strictly as the contract', () => {
  const [years, two] = [['--', '0000', '0001', '1900', '2000', '2023', '2024', '9999'], (n: number) => String(n).padStart(2, '0')]
  for (const calendar of ['solar', 'lunar'] as const) {
    for (const year of years) {
      for (const leap of [false, true]) {
        for (let month = 0; month <= 13; month += 1) {
          for (const day of [0, 1, 28, 29, 30, 31, 32, 99]) {
            const text = `${calendar === 'lunar' ? 'lunar:' : ''}${year}-${leap ? 'L' : ''}${two(month)}-${two(day)}`
            const parts = { calendar, year: year === '--' ? null : Number(year), month, day, leap }

            expect(parseBirthdayText(text), text).toEqual(Birthday.safeParse(parts).data ?? null)
          }
        }
      }
    }
  }
})
