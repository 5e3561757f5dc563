import { beforeAll, expect, test } from 'vitest'
import { failureDetails, failureText } from '../../../renderer/kernel/failure-text.ts'
import { changeLocale, startI18n, text } from '../../../renderer/kernel/i18n.ts'
import { locales } from '../../../shared/features/app/app-state.ts'
import { appErrorCodes } from '../../../shared/kernel/app-error.ts'

beforeAll(() => startI18n({ locale: 'zh-CN' }))

test.each(locales)('every failure has words of its own when the language is %s', async locale => {
  await changeLocale(locale)
  const bugs = new Set(['internal', 'unknown-channel', 'untrusted-sender'])
  const words = appErrorCodes.filter(code => !bugs.has(code)).map(code => failureText(text, { code }))

  expect(new Set(words).size).toBe(words.length)
  expect(words.filter(word => word.trim() === '' || word.includes('{'))).toEqual([])
})

test('a bug is named by its reference, so that a person can quote it', async () => {
  await changeLocale('en')

  expect(failureText(text, { code: 'internal', reference: 'A7F3' })).toContain('A7F3')
  expect(failureDetails(text, { code: 'internal', reference: 'A7F3' })).toBe('Code internal · reference A7F3')
})

test('how long to wait and how long a password must be are part of the words', async () => {
  await changeLocale('en')

  expect(failureText(text, { code: 'wait', params: { seconds: 8 } })).toBe('Try again in 8 s')
  expect(failureText(text, { code: 'password-too-short' })).toContain('10')
})
