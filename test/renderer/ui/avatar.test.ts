import { expect, test } from 'vitest'
import { initialOf } from '../../../renderer/ui/avatar.tsx'

test('a Han name gives its first sign, a Latin one its initials', () => {
  expect(initialOf('示例客户')).toBe('示')
  expect(initialOf('sample customer')).toBe('SC')
  expect(initialOf('Sample Customer 27')).toBe('SC')
  expect(initialOf('Ann')).toBe('A')
})

test('rare signs beyond the basic plane stay whole, and no name gives nothing', () => {
  expect(initialOf('𠮷田')).toBe('𠮷')
  expect(initialOf('  ')).toBe('')
})
