import { expect, test } from 'vitest'
import { packDraft, unpackDraft } from '../../../../renderer/features/contacts/contact-form-draft.ts'
import { emptyFormValues } from '../../../../renderer/features/contacts/contact-form-model.ts'

const values = { ...emptyFormValues(), name: 'Sample', level: 'gold', pinnedNote: 'Call first', custom: { tea: 'green' } }

test('a sealed draft comes back as it was typed, new fields and own fields too', () => {
  const sealed = { values, base: emptyFormValues(), revision: 'r1' }

  expect(unpackDraft(packDraft(sealed), emptyFormValues())).toEqual(sealed)
})

test('what a draft from before does not know is taken from what is stored', () => {
  const text = packDraft({ values, base: values, revision: 'r1' })
  const { level: _level, custom: _custom, ...before } = JSON.parse(text).values
  const old = JSON.stringify({ version: 1, values: before, base: before, revision: 'r1' })
  const stored = { ...emptyFormValues(), level: 'vip', custom: { tea: 'black' } }

  expect(unpackDraft(old, stored)?.values).toMatchObject({ name: 'Sample', level: 'vip', custom: { tea: 'black' } })
  expect(unpackDraft(old, stored)?.base).toMatchObject({ level: 'vip', custom: { tea: 'black' } })
})

test('text that is no draft is not shown', () => {
  expect(unpackDraft('{"version":2}', values)).toBeNull()
  expect(unpackDraft('half a', values)).toBeNull()
})
