import { beforeAll, expect, test } from 'vitest'
import { createFormat, formatPhone } from '../../../renderer/kernel/format.ts'
import { changeLocale, startI18n, text } from '../../../renderer/kernel/i18n.ts'
import type { Locale } from '../../../shared/features/app/app-state.ts'

beforeAll(() => startI18n({ locale: 'zh-CN' }))

const now = new Date(2025, 10, 20, 16, 0)
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString()

async function formatIn(locale: Locale) {
  await changeLocale(locale)
  return createFormat({ locale, t: text, now: () => now })
}

test('dates and times are written as the glossary says in Chinese', async () => {
  const format = await formatIn('zh-CN')

  expect(format.tableDate(at(2025, 10, 2, 9, 5))).toBe('2025-11-02')
  expect(format.date(at(2025, 10, 20))).toBe('11月20日 周四')
  expect(format.date(at(2024, 0, 5))).toBe('2024年1月5日 周五')
  expect(format.time(at(2025, 10, 20, 0, 5))).toBe('00:05')
  expect(format.dateTime(at(2025, 10, 20, 16, 0))).toBe('11月20日 16:00')
})

test('dates and times are written as the glossary says in English', async () => {
  const format = await formatIn('en')

  expect(format.tableDate(at(2025, 10, 2))).toBe('2025-11-02')
  expect(format.date(at(2025, 10, 20))).toBe('Thu 20 Nov')
  expect(format.date(at(2024, 0, 5))).toBe('Fri 5 Jan 2024')
  expect(format.dateTime(at(2025, 10, 20, 16, 0))).toBe('20 Nov, 16:00')
})

test('time ago goes from now over yesterday to the date after seven days', async () => {
  const zh = await formatIn('zh-CN')
  expect(zh.relative(at(2025, 10, 20, 15, 59))).toBe('1 分钟前')
  expect(zh.relative(now.toISOString())).toBe('刚刚')
  expect(zh.relative(at(2025, 10, 20, 13, 0))).toBe('3 小时前')
  expect(zh.relative(at(2025, 10, 19, 16, 20))).toBe('昨天 16:20')
  expect(zh.relative(at(2025, 10, 17, 23, 0))).toBe('3 天前')
  expect(zh.relative(at(2025, 10, 13, 1, 0))).toBe('7 天前')
  expect(zh.relative(at(2025, 10, 12, 23, 0))).toBe('2025-11-12')
  const en = await formatIn('en')
  expect(en.relative(at(2025, 10, 20, 15, 55))).toBe('5 min ago')
  expect(en.relative(at(2025, 10, 19, 23, 59))).toBe('yesterday 23:59')
  expect(en.relative(at(2025, 10, 18, 1, 0))).toBe('2 d ago')
})

test('a moment ahead of the clock is a date, not a negative time ago', async () => {
  const format = await formatIn('en')

  expect(format.relative(at(2025, 10, 21, 9, 0))).toBe('2025-11-21')
})

test('numbers, shares, bytes and durations carry their units', async () => {
  const format = await formatIn('zh-CN')

  expect(format.number(1240)).toBe('1,240')
  expect(format.percent(0.08)).toBe('8%')
  expect(format.bytes(84 * 1024 * 1024)).toBe('84 MB')
  expect(format.bytes(1536)).toBe('1.5 KB')
  expect(format.duration(((2 * 24 + 3) * 60 + 4) * 60_000)).toBe('2 天 3 小时')
  expect(format.duration(60_000)).toBe('1 分钟')
  expect(format.duration(0)).toBe('0 秒')
})

test('one megabyte is a million bytes where the system counts so', () => {
  const format = createFormat({ locale: 'en', t: text, decimalBytes: true })

  expect(format.bytes(84_000_000)).toBe('84 MB')
})

test('Chinese mobile numbers are grouped 3-4-4, others stay as they were typed', () => {
  expect(formatPhone('10012345678')).toBe('100 1234 5678')
  expect(formatPhone('+86 100-1234-5678')).toBe('100 1234 5678')
  expect(formatPhone('0086 10012345678')).toBe('100 1234 5678')
  expect(formatPhone('010-00000000 转 12')).toBe('010-00000000 转 12')
  expect(formatPhone('100****5678')).toBe('100****5678')
  expect(formatPhone(' +44 20 7946 0000 ')).toBe('+44 20 7946 0000')
})
