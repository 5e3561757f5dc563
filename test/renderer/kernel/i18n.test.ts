import { beforeAll, expect, test } from 'vitest'
import { changeLocale, currentLocale, startI18n, text } from '../../../renderer/kernel/i18n.ts'
import type { TextKey } from '../../../renderer/kernel/locale-resources.ts'

beforeAll(() => startI18n({ locale: 'zh-CN' }))

test('words change at once when the language is changed', async () => {
  await changeLocale('zh-CN')
  expect(text('common:close')).toBe('关闭')

  await changeLocale('en')

  expect(currentLocale()).toBe('en')
  expect(text('common:close')).toBe('Close')
})

test('plurals follow the language', async () => {
  await changeLocale('en')
  expect(text('find:count', { n: 0 })).toBe('No results')
  expect(text('find:count', { n: 1 })).toBe('1 result')
  expect(text('find:count', { n: 1240 })).toBe('1,240 results')

  await changeLocale('zh-CN')

  expect(text('find:count', { n: 1 })).toBe('1 个结果')
})

test('a key without words is a bug that shows', () => {
  // the type forbids it; a key made from data could still do it
  expect(() => text('common:no.such.word' as TextKey)).toThrow('no words')
})
