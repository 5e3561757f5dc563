import { expect, test } from 'vitest'
import { isComposing } from '../../../renderer/kernel/composing.ts'

test('a key belongs to the input method when the event says so or carries its code', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})
