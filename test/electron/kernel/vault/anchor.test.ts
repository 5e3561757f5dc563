import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../../../electron/kernel/clock.ts'
import { compareAnchor, writeAnchor } from '../../../../electron/kernel/vault/anchor.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { tempFolder } from './vault-bench.ts'

const key = Buffer.alloc(32, 5)
const position = { vaultId: newId(), epoch: 1, head: '0a10' }

function written(): string {
  const path = join(tempFolder(), 'vault.anchor')
  writeAnchor(systemFs, path, position, key, new Date('2026-05-01T10:00:00Z'))
  return path
}

test.each([
  ['same', '0a10'],
  ['ahead', '0a11'],
  ['ahead', '0b00'],
  ['behind', '0a0f'],
  ['behind', ''],
])('a vault is %s when its head is "%s"', (report, head) => {
  expect(compareAnchor(systemFs, written(), { ...position, head }, key)).toBe(report)
})

test('there is nothing to compare when no anchor was written', () => {
  expect(compareAnchor(systemFs, join(tempFolder(), 'vault.anchor'), position, key)).toBe('none')
})

test('an anchor of another vault, epoch or key is unreadable', () => {
  const path = written()

  expect(compareAnchor(systemFs, path, { ...position, vaultId: newId() }, key)).toBe('unreadable')
  expect(compareAnchor(systemFs, path, { ...position, epoch: 2 }, key)).toBe('unreadable')
  expect(compareAnchor(systemFs, path, position, Buffer.alloc(32, 6))).toBe('unreadable')
})

test('every flipped bit of an anchor is noticed', () => {
  const path = written()
  const whole = readFileSync(path)
  const seen = new Set<string>()
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const flipped = Buffer.from(whole)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(path, flipped)
    seen.add(compareAnchor(systemFs, path, position, key))
  }

  expect([...seen]).toEqual(['unreadable'])
})
