import { expect, test } from 'vitest'
import {
  type ContactFormValues,
  checkForm,
  emptyFormValues,
} from '../../../../../renderer/features/contacts/contact-form-model.ts'
import { afterSave, onNewerVersion } from '../../../../../renderer/features/contacts/form/form-merge.ts'
import { type Contact, ContactId } from '../../../../../shared/features/contacts/contact.ts'

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
    lastActivityAt: '2026-11-20T08:00:00.000Z',
    trashedAt: null,
    ...change,
  }
}

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

test('what was typed goes on top of a newer version, field by field and own field by own field', () => {
  const base = someValues({ level: 'silver', custom: { tea: 'green', cup: 'small', spoon: 'one' } })
  const typed = { ...base, memberNo: 'M-1', custom: { tea: 'black', cup: 'small', spoon: '' } }
  const newer = someValues({ level: 'gold', memberNo: '', custom: { tea: 'green', cup: 'large', spoon: 'one' } })
  const merged = onNewerVersion(typed, base, newer)

  expect(merged).toMatchObject({ level: 'gold', memberNo: 'M-1', custom: { tea: 'black', cup: 'large', spoon: '' } })
})
