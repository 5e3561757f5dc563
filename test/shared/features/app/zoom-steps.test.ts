import { expect, test } from 'vitest'
import { stepZoom } from '../../../../shared/features/app/zoom-steps.ts'

test.each([
  [100, 1, 110],
  [110, -1, 100],
  [105, 1, 110],
  [105, -1, 100],
  [200, 1, 200],
  [80, -1, 80],
] as const)('from %i in direction %i the zoom becomes %i', (zoom, direction, next) => {
  expect(stepZoom(zoom, direction)).toBe(next)
})
