import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'

test('every channel rejects an unknown key', () => {
  const accepting = Object.entries(contract)
    .filter(([, channel]) => channel.input.safeParse({ surprise: 1 }).success)
    .map(([name]) => name)

  expect(accepting).toEqual([])
})
