import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flipBits, makeRows } from './page-flips.ts'
import { tempFolder } from './vault-bench.ts'

test('every one of 5 000 flipped bits is found, and no wrong row is ever returned', async () => {
  const path = join(tempFolder(), 'vault.db')
  const key = makeRows(path)

  expect(await flipBits(path, key, 5000)).toEqual({ found: 5000, wrongAnswers: 0 })
})
