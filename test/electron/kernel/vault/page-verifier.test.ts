import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyPages } from '../../../../electron/kernel/vault/page-verifier.ts'
import { flipBits, makeRows } from './page-flips.ts'
import { codeOf, tempFolder } from './vault-bench.ts'

function bench() {
  const path = join(tempFolder(), 'vault.db')
  const key = makeRows(path)
  return { path, key, pages: readFileSync(path).length / 4096 }
}

test('a whole file has no bad page', async () => {
  const { path, key, pages } = bench()

  expect(pages).toBeGreaterThan(20)
  expect(await verifyPages(path, key)).toEqual({ pages, bad: [], trailingBytes: 0 })
})

test('every one of 300 flipped bits is found, free pages too, and no wrong row is ever returned', async () => {
  const { path, key } = bench()

  expect(await flipBits(path, key, 300)).toEqual({ found: 300, wrongAnswers: 0 })
})

test('every page is bad with another key', async () => {
  const { path, pages } = bench()

  expect((await verifyPages(path, randomBytes(32))).bad).toHaveLength(pages)
})

test('swapped, repeated and zeroed pages are found', async () => {
  const { path, key } = bench()
  const whole = readFileSync(path)
  const page = (number: number): Buffer => whole.subarray((number - 1) * 4096, number * 4096)
  const put = (number: number, content: Buffer): void => void content.copy(spoilt, (number - 1) * 4096)
  const spoilt = Buffer.from(whole)
  put(3, page(4))
  put(4, page(3))
  put(7, page(8))
  put(9, Buffer.alloc(4096))
  writeFileSync(path, spoilt)

  expect((await verifyPages(path, key)).bad).toEqual([3, 4, 7, 9])
})

test('what was added or cut off in the middle of a page is told', async () => {
  const { path, key, pages } = bench()
  appendFileSync(path, 'junk')
  expect(await verifyPages(path, key)).toEqual({ pages, bad: [], trailingBytes: 4 })
  truncateSync(path, pages * 4096 - 1)
  expect(await verifyPages(path, key)).toEqual({ pages: pages - 1, bad: [], trailingBytes: 4095 })
})

test('a file without one whole page is damaged, and a key of another length is a bug', async () => {
  const { path, key } = bench()
  truncateSync(path, 4095)

  expect(await codeOf(() => verifyPages(path, key))).toBe('vault-damaged')
  await expect(verifyPages(path, Buffer.alloc(31))).rejects.toThrow('32 bytes')
})
