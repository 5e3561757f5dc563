import { expect, test } from 'vitest'
import { nextZoom } from '../../../../renderer/features/shell/zoom-levels.ts'

test('zoom goes level by level, from between two levels too, and stays at the ends', () => {
  expect(nextZoom(100, 1)).toBe(110)
  expect(nextZoom(100, -1)).toBe(90)
  expect(nextZoom(115, 1)).toBe(125)
  expect(nextZoom(115, -1)).toBe(110)
  expect(nextZoom(200, 1)).toBe(200)
  expect(nextZoom(80, -1)).toBe(80)
})
