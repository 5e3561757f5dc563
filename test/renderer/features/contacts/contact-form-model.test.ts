import { expect, test } from 'vitest'
import {
  afterSave,
  type ContactFormValues,
  checkForm,
  emptyFormValues,
  fieldOfPath,
  formValuesOf,
  sameValues,
} from '../../../../renderer/features/contacts/contact-form-model.ts'
import { type Contact, ContactId } from '../../../../shared/features/contacts/contact.ts'

const phoneId = '01900000-0000-7000-8000-000000000001'
const otherPhoneId = '01900000-0000-7000-8000-000000000002'

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

test('saved rows keep their place on screen and take their ids', () => {
  const saved = someValues({ phones: [phone('a', ''), phone('b', '100')] })
  const after = afterSave(saved, saved, stored({ phones: [{ id: phoneId, label: 'mobile', value: '100', preferred: false }] }))

  expect(after.phones).toEqual([{ key: 'b', id: phoneId, label: 'mobile', value: '100', preferred: false }])
})

test('text typed while a save was under way stays, and new rows take the ids they were given', () => {
  const saved = someValues({ phones: [phone('a', '100'), phone('b', '101')] })
  const now = { ...saved, note: 'typed meanwhile', phones: [...saved.phones.toReversed(), phone('c', '102')] }
  const after = afterSave(
    now,
    saved,
    stored({
      phones: [
        { id: phoneId, label: 'mobile', value: '100', preferred: false },
        { id: otherPhoneId, label: 'mobile', value: '101', preferred: false },
      ],
    }),
  )

  expect(after.note).toBe('typed meanwhile')
  expect(after.phones.map(one => one.id)).toEqual([otherPhoneId, phoneId, null])
})

test('a stored customer passes through the form unchanged', () => {
  const contact = stored({
    birthday: { calendar: 'lunar', year: 1988, month: 8, day: 15, leap: false },
    tags: ['tea', 'vip'],
    phones: [{ id: phoneId, label: 'work', value: '100', preferred: true }],
  })
  const { id: _id, revision: _revision, createdAt: _created, changedAt: _changed, trashedAt: _trashed, ...draft } = contact

  expect(checkForm(formValuesOf(contact))).toEqual({ ok: true, draft })
})
