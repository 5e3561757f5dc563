import { expect, test } from 'vitest'
import { isMaskedValue, spokenTail } from '../../../../../renderer/features/contacts/page/masked-value.ts'

test('stars mean masked only for those who may not see the value', () => {
  expect(isMaskedValue('100****5678', false)).toBe(true)
  expect(isMaskedValue('abc***@example.com', false)).toBe(true)
  expect(isMaskedValue('10012345678', false)).toBe(false)
  expect(isMaskedValue('tea *** extra', true)).toBe(false)
})

test('the last digits of a masked phone are spoken one by one', () => {
  expect(spokenTail('phone', '100****5678')).toBe('5 6 7 8')
  expect(spokenTail('phone', '****')).toBe('')
  expect(spokenTail('text', '***')).toBe('')
})
