import { expect, test } from 'vitest'
import {
  draftOf,
  emptyField,
  problemsOf,
  valuesOfField,
  withPersonal,
  withSensitive,
} from '../../../../../renderer/features/settings/fields/field-form-model.ts'
import { CustomFieldDraft } from '../../../../../shared/features/fields/custom-field.ts'
import { ownFieldSamples } from '../../../../helpers/fake-shop.ts'

const samples = ownFieldSamples()
const choice = (id: string, name: string) => ({ id, name, hidden: false })
const problems = (values: Partial<ReturnType<typeof emptyField>>) =>
  problemsOf({ ...emptyField(), name: '尺码', ...values }, samples).map(({ field, problem }) => `${field} ${problem}`)

test('a field needs a name that no other one has', () => {
  expect(problems({ name: '  ' })).toEqual(['name nameMissing'])
  expect(problems({ name: samples[0]?.name ?? '' })).toEqual(['name nameTaken'])
  expect(problemsOf(valuesOfField(samples[0] ?? { ...emptyField(), id: '', position: 0, used: 0 }), samples)).toEqual([])
})

test('a choice needs words, none of them twice', () => {
  expect(problems({ type: 'choice' })).toEqual(['choices choicesMissing'])
  expect(problems({ type: 'several', choices: [choice('a', ' '), choice('b', 'S'), choice('c', 's ')] })).toEqual([
    'choices.a choiceMissing',
    'choices.c choiceTwice',
  ])
  expect(problems({ type: 'text', choices: [choice('a', '')] })).toEqual([])
})

test('a sensitive field is personal and says why it is needed', () => {
  const sensitive = withSensitive(emptyField(), true)

  expect(sensitive).toMatchObject({ personal: true, sensitive: true })
  expect(problems({ ...sensitive, name: '过敏' })).toEqual(['sensitiveReason reasonMissing'])
  expect(withPersonal(sensitive, false)).toMatchObject({ personal: false, sensitive: false })
})

test('what is sent is what the contract takes, and nothing is left of another type or mark', () => {
  const draft = draftOf({
    ...emptyField(),
    name: ' 尺码 ',
    type: 'number',
    choices: [choice('a', 'S')],
    sensitiveReason: 'no longer sensitive',
  })

  expect(draft).toMatchObject({ name: '尺码', choices: [], sensitiveReason: '' })
  expect(CustomFieldDraft.safeParse(draft).success).toBe(true)
  for (const field of samples) expect(CustomFieldDraft.safeParse(draftOf(valuesOfField(field))).success).toBe(true)
})
