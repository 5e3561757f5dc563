import { expect, test } from 'vitest'
import { pickGroups, recoveryGroups, recoverySigns } from '../../../../renderer/features/vault/typed-recovery-code.ts'

test('a typed code counts whatever its case, dashes and look-alike letters', () => {
  expect(recoverySigns(' oa1b – 2c3d ')).toBe('0A1B2C3D')
  expect(recoverySigns('ilIL')).toBe('1111')
})

test('a code has eight groups of four, in order', () => {
  expect(recoveryGroups('0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV-WXYZ')).toEqual([
    '0A1B',
    '2C3D',
    '4E5F',
    '6G7H',
    '8J9K',
    'MNPQ',
    'RSTV',
    'WXYZ',
  ])
})

test('the two groups asked for differ, lie within the code and come in order, whatever the dice say', () => {
  for (let first = 0; first < 1; first += 0.05) {
    for (let second = 0; second < 1; second += 0.05) {
      const dice = [first, second]
      const [a, b] = pickGroups(() => dice.shift() ?? 0)

      expect(a).toBeGreaterThanOrEqual(1)
      expect(b).toBeLessThanOrEqual(8)
      expect(a).toBeLessThan(b)
    }
  }
})
