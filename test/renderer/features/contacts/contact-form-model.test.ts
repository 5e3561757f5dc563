import { expect, test } from 'vitest'
import {
  type ContactFormValues,
  checkForm,
  emptyFormValues,
  fieldOfPath,
  formValuesOf,
  sameValues,
} from '../../../../renderer/features/contacts/contact-form-model.ts'
import { type Contact, ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'

const phoneId = '01900000-0000-7000-8000-000000000001'
const otherId = '01900000-0000-7000-8000-000000000002'
const fieldId = '01900000-0000-7000-8000-00000000000f'

function someValues(change: Partial<ContactFormValues> = {}): ContactFormValues {
  return { ...emptyFormValues(), name: 'Sample customer', ...change }
}

function phone(key: string, value: string) {
  return { key, id: null, label: 'mobile', value, preferred: false } as const
}

function stored(change: Partial<Contact> = {}): Contact {
  const check = checkForm(someValues())
  if (!check.ok) throw new Error('the sample is a valid draft')
  return {
    ...check.draft,
    custom: [],
    photo: '',
    assigneeName: '',
    id: ContactId.parse(phoneId),
    revision: 'r1',
    createdAt: '2026-11-20T08:00:00.000Z',
    changedAt: '2026-11-20T08:00:00.000Z',
    lastActivityAt: '2026-11-20T08:00:00.000Z',
    trashedAt: null,
    ...change,
  }
}

test('a blank form is refused at the name', () => {
  expect(checkForm(emptyFormValues())).toEqual({ ok: false, errors: [{ field: 'name', problem: 'required', limit: 1 }] })
})

test('rows left blank are dropped and the others keep their order', () => {
  const check = checkForm(someValues({ phones: [phone('a', ' '), phone('b', '100 1'), phone('c', ''), phone('d', '100 2')] }))

  expect(check.ok && check.draft.phones.map(one => one.value)).toEqual(['100 1', '100 2'])
})

test('a message names the row as it stands in the form when blank rows come before it', () => {
  const check = checkForm(someValues({ phones: [phone('a', ''), phone('b', '1'.repeat(61))] }))

  expect(check).toEqual({ ok: false, errors: [{ field: 'phones.b.value', problem: 'too-long', limit: 60 }] })
})

test('every message comes at once and in the order of the form', () => {
  const birthday = { calendar: 'solar', year: '', month: 2, day: 30, leap: false } as const
  const check = checkForm(someValues({ name: '', note: 'n'.repeat(20_001), birthday }))

  expect(!check.ok && check.errors.map(error => [error.field, error.problem])).toEqual([
    ['name', 'required'],
    ['birthday', 'no-such-day'],
    ['note', 'too-long'],
  ])
})

test.each([
  ['no-such-day', { year: '2025', month: 2, day: 29 }],
  ['birthday-incomplete', { year: '', month: 2, day: null }],
  ['birthday-incomplete', { year: '1990', month: null, day: null }],
  ['birthday-year', { year: 'ninety', month: 2, day: 3 }],
  ['birthday-year', { year: '0', month: 2, day: 3 }],
] as const)('a birthday is refused as %s when its parts do not make a date', (problem, parts) => {
  const check = checkForm(someValues({ birthday: { calendar: 'solar', leap: false, ...parts } }))

  expect(!check.ok && check.errors).toEqual([{ field: 'birthday', problem, limit: 0 }])
})

test('a lunar birthday without a year keeps its leap month', () => {
  const check = checkForm(someValues({ birthday: { calendar: 'lunar', year: '', month: 2, day: 30, leap: true } }))

  expect(check.ok && check.draft.birthday).toEqual({ calendar: 'lunar', year: null, month: 2, day: 30, leap: true })
})

test('a solar birthday forgets a leap mark that was left from the lunar calendar', () => {
  const check = checkForm(someValues({ birthday: { calendar: 'solar', year: ' 1990 ', month: 2, day: 3, leap: true } }))

  expect(check.ok && check.draft.birthday).toEqual({ calendar: 'solar', year: 1990, month: 2, day: 3, leap: false })
})

test('values are the same when only keys, blank rows and outer spaces differ', () => {
  const one = someValues({ phones: [phone('a', '100')] })
  const other = someValues({ name: ' Sample customer ', phones: [phone('x', ''), phone('y', '100')] })

  expect(sameValues(one, other)).toBe(true)
  expect(sameValues(one, someValues({ phones: [phone('a', '101')] }))).toBe(false)
})

test('a path of the draft leads to the row of the form when blank rows were dropped', () => {
  const values = someValues({ phones: [phone('a', ''), phone('b', '100')] })

  expect(fieldOfPath('phones.0.value', values)).toBe('phones.b.value')
  expect(fieldOfPath('birthday.day', values)).toBe('birthday')
})

test('a stored customer passes through the form unchanged', () => {
  const contact = stored({
    birthday: { calendar: 'lunar', year: 1988, month: 8, day: 15, leap: false },
    tags: ['tea', 'vip'],
    surnameReading: 'shan',
    memberNo: 'M-001',
    level: 'gold',
    source: 'wechat',
    stage: 'returning',
    assigneeId: otherId,
    language: 'yue',
    preferredChannel: 'wechat',
    preference: 'After 18:00',
    pinnedNote: 'Allergic to nuts',
    custom: [{ fieldId, value: '12', isPersonal: false }],
    phones: [{ id: phoneId, label: 'work', value: '100', preferred: true }],
  })
  const {
    id: _i,
    revision: _r,
    createdAt: _c,
    changedAt: _g,
    lastActivityAt: _l,
    trashedAt: _t,
    photo: _p,
    assigneeName: _a,
    ...draft
  } = contact

  expect(checkForm(formValuesOf(contact))).toEqual({
    ok: true,
    draft: { ...draft, custom: [{ fieldId, value: '12' }] },
  })
})

const age: CustomField = {
  id: fieldId,
  name: 'Age of the shop',
  type: 'number',
  choices: [],
  required: true,
  personal: false,
  sensitive: false,
  sensitiveReason: '',
  inList: false,
  hidden: false,
  position: 0,
  used: 0,
}

test('own fields are saved as their type stores them, and asked for where they are required', () => {
  const saved = checkForm(someValues({ custom: { [fieldId]: '１，２００' } }), [age])

  expect(saved.ok && saved.draft.custom).toEqual([{ fieldId, value: '1200' }])
  expect(checkForm(someValues(), [age])).toEqual({
    ok: false,
    errors: [{ field: `custom.${fieldId}`, problem: 'required', limit: 0 }],
  })
  expect(checkForm(someValues(), [{ ...age, hidden: true }]).ok).toBe(true)
})

test('messages of new fields stand in the order of the form', () => {
  const values = someValues({ note: 'n'.repeat(20_001), pinnedNote: 'p'.repeat(501), custom: { [fieldId]: 'many' } })
  const check = checkForm(values, [age])

  expect(!check.ok && check.errors.map(error => error.field)).toEqual(['pinnedNote', `custom.${fieldId}`, 'note'])
})

test('a failure of an own field leads to its control, whether it names the place or the field', () => {
  const values = someValues({ custom: { [otherId]: '', [fieldId]: '3' } })

  expect(fieldOfPath('custom.0.value', values, [age])).toBe(`custom.${fieldId}`)
  expect(fieldOfPath(`custom.${fieldId}`, values, [age])).toBe(`custom.${fieldId}`)
  expect(fieldOfPath(`custom:${fieldId}`, values, [age])).toBe(`custom.${fieldId}`)
  expect(fieldOfPath('assigneeId', values, [age])).toBe('assigneeId')
})

test.each(['level', 'memberNo', 'preference', 'surnameReading', 'pinnedNote'] as const)(
  'a change of %s is unsaved text',
  field => {
    expect(sameValues(someValues(), someValues({ [field]: 'vip' }))).toBe(false)
  },
)

test('a change of an own field is unsaved text, a blank one is not', () => {
  expect(sameValues(someValues(), someValues({ custom: { [fieldId]: '1' } }))).toBe(false)
  expect(sameValues(someValues(), someValues({ custom: { [fieldId]: ' ' } }))).toBe(true)
})
