import { beforeAll, expect, test } from 'vitest'
import { birthdayMessage, daysInMonth } from '../../../../renderer/features/contacts/birthday-format.ts'
import { changeLocale, startI18n, text } from '../../../../renderer/kernel/i18n.ts'
import type { Birthday } from '../../../../shared/features/contacts/contact.ts'

beforeAll(() => startI18n({ locale: 'zh-CN' }))

async function inWords(birthday: Birthday, locale: 'zh-CN' | 'en'): Promise<string> {
  await changeLocale(locale)
  const { key, values } = birthdayMessage(birthday)
  return text(`contacts:${key}`, values)
}

test.each([
  [{ calendar: 'solar', year: 1990, month: 5, day: 8, leap: false }, '1990-05-08', '1990-05-08'],
  [{ calendar: 'solar', year: null, month: 5, day: 8, leap: false }, '5月8日', '05-08 (no year)'],
  [{ calendar: 'lunar', year: 1990, month: 8, day: 15, leap: false }, '农历 1990 年八月十五', 'lunar 1990, 8/15'],
  [{ calendar: 'lunar', year: null, month: 2, day: 3, leap: true }, '农历闰二月初三', 'lunar leap 2/3'],
  [{ calendar: 'lunar', year: null, month: 12, day: 30, leap: false }, '农历十二月三十', 'lunar 12/30'],
  [{ calendar: 'lunar', year: null, month: 1, day: 21, leap: false }, '农历正月廿一', 'lunar 1/21'],
] as const)('a birthday is written as each language does: %o', async (birthday, chinese, english) => {
  expect(await inWords(birthday, 'zh-CN')).toBe(chinese)
  expect(await inWords(birthday, 'en')).toBe(english)
})

test('a month offers the days it can have', () => {
  expect(daysInMonth('lunar', 2025, 2)).toBe(30)
  expect(daysInMonth('solar', 2025, 2)).toBe(28)
  expect(daysInMonth('solar', 2000, 2)).toBe(29)
  expect(daysInMonth('solar', 1900, 2)).toBe(28)
  expect(daysInMonth('solar', null, 2)).toBe(29)
  expect(daysInMonth('solar', null, 4)).toBe(30)
  expect(daysInMonth('solar', null, null)).toBe(31)
})
