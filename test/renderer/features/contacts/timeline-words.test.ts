import { beforeEach, expect, test } from 'vitest'
import { actWords, changeWords, shownChange, tellingChanges } from '../../../../renderer/features/contacts/timeline-words.ts'
import { changeLocale, startI18n, text } from '../../../../renderer/kernel/i18n.ts'
import type { ActSummary } from '../../../../shared/features/acts/act.ts'

startI18n({ locale: 'en' })
beforeEach(() => changeLocale('en'))

function sentence(field: string, before: string, after: string): string {
  return changeWords(text, shownChange(text, { field, before, after }))
}

test('closed words are shown in the language on screen, not as they are stored', async () => {
  expect(sentence('gender', 'not-stated', 'female')).toBe('Gender changed from “Not stated” to “Female”')
  expect(sentence('phones.label', 'home', 'mobile')).toBe('Phone label changed from “Home” to “Mobile”')
  expect(sentence('handles.label', 'qq', 'wechat')).toBe('Account label changed from “QQ” to “WeChat ID”')
  await changeLocale('zh-CN')
  expect(sentence('birthday', '', 'lunar:1990-L02-03')).toBe('生日填写为“农历 1990 年闰二月初三”')
  expect(sentence('phones', '10012345678', '')).toBe('电话“100 1234 5678”已清空')
})

test('words of a newer version are shown as they are', () => {
  expect(sentence('gender', '', 'something-new')).toBe('Gender set to “something-new”')
  expect(sentence('field-of-tomorrow', '', 'x')).toBe('Other set to “x”')
  expect(sentence('birthday', '', 'some day')).toBe('Birthday set to “some day”')
})

test('choices that a new customer was born with are not told', () => {
  const changes = [
    { field: 'kind', before: '', after: 'person' },
    { field: 'name', before: '', after: 'Sample' },
    { field: 'gender', before: '', after: 'not-stated' },
    { field: 'gender', before: 'female', after: 'not-stated' },
  ]

  expect(tellingChanges(changes)).toEqual([changes[1], changes[3]])
})

test('an undo names what it took back', () => {
  const act: ActSummary = {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'undo',
    name: 'contact-trash',
    subject: '',
    count: 1,
    at: '2026-11-20T08:00:00.000Z',
    undoes: null,
  }

  expect(actWords(text, act)).toBe('Undone: Moved to Trash')
  expect(actWords(text, { ...act, kind: 'redo' })).toBe('Redone: Moved to Trash')
  expect(actWords(text, { ...act, kind: 'bulk' })).toBe('Moved to Trash')
})
