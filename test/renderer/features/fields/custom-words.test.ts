import { beforeAll, expect, test } from 'vitest'
import { customWords } from '../../../../renderer/features/fields/custom-words.ts'
import { startI18n, text } from '../../../../renderer/kernel/i18n.ts'
import { ownFieldSamples } from '../../../helpers/fake-shop.ts'

beforeAll(() => startI18n({ locale: 'en' }))

const words = (type: ReturnType<typeof ownFieldSamples>[number]['type'], value: string) =>
  customWords(text, ownFieldSamples().find(field => field.type === type) ?? { type, choices: [] }, value)

test('choices are read by their names, yes and no by their words, the rest as stored', () => {
  expect(words('choice', 'light')).toBe('清淡')
  expect(words('several', '["strong","sweet"]')).toBe('浓郁, 甜')
  expect(words('yes-no', 'yes')).toBe('Yes')
  expect(words('yes-no', 'no')).toBe('No')
  expect(words('number', '9.5')).toBe('9.5')
})

test('what is hidden from this person stays as it came', () => {
  expect(words('several', '***')).toBe('***')
  expect(words('choice', '***')).toBe('***')
  expect(words('yes-no', '***')).toBe('***')
})
