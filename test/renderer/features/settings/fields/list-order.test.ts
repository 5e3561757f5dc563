import { expect, test } from 'vitest'
import { isSameName, moved } from '../../../../../renderer/features/settings/fields/list-order.ts'

test('an item goes one place up or down, and stays where there is none', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  expect(moved([], 0, 1)).toEqual([])
})

test('case, width and spaces around do not make another name', () => {
  expect(isSameName(' VIP', 'ｖｉｐ ')).toBe(true)
  expect(isSameName('VIP', 'VIP 2')).toBe(false)
})
