import { beforeEach, expect, test } from 'vitest'
import { actWords, changeWords, shownChange, tellingChanges } from '../../../../renderer/features/contacts/timeline-words.ts'
import { useFieldStore } from '../../../../renderer/features/fields/field-store.ts'
import { changeLocale, startI18n, text } from '../../../../renderer/kernel/i18n.ts'
import type { ActSummary } from '../../../../shared/features/acts/act.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'

startI18n({ locale: 'en' })

const newsletter: CustomField = {
  id: '01900000-0000-7000-8000-00000000000f',
  name: 'Newsletter',
  type: 'yes-no',
  choices: [],
  required: false,
  personal: false,
  sensitive: false,
  sensitiveReason: '',
  inList: false,
  hidden: false,
  position: 0,
  used: 0,
}
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

test('fields of the model, own fields and links are named as the screen names them', () => {
  expect(sentence('level', 'silver', 'gold')).toBe('Level changed from “Silver” to “Gold”')
  expect(sentence('preferredChannel', 'not-stated', 'wechat')).toBe('Preferred channel changed from “Not stated” to “WeChat”')
  expect(sentence('assigneeId', '', 'Clerk A')).toBe('Assignee set to “Clerk A”')
  expect(sentence('links.works-at.in', '', 'Sample · manager')).toBe('Employees set to “Sample · manager”')
  expect(sentence('links.family.out', 'Sample', '')).toBe('Family “Sample” cleared')
  expect(sentence('photo', '', 'ab'.repeat(32))).toBe('Photo set to “new photo”')
})

test('an own field is named as the shop calls it now, also when it was deleted', () => {
  useFieldStore.setState({ fields: { status: 'ready', value: [newsletter] } })
  const field = `custom:${newsletter.id}`

  expect(sentence(field, '', 'yes')).toBe('Newsletter set to “Yes”')
  expect(changeWords(text, shownChange(text, { field: 'custom:gone', fieldName: 'Tea', before: '', after: 'green' }))).toBe(
    'Tea set to “green”',
  )
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
