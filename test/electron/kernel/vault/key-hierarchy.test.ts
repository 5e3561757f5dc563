import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  derivePasswordKey,
  deriveRecoveryKey,
  deriveVaultKeys,
  productKdf,
  type ScryptParams,
  type SlotBinding,
  sameMac,
  unwrapMasterKey,
  wipeKeys,
  wrapMasterKey,
} from '../../../../electron/kernel/vault/key-hierarchy.ts'
import { cheapKdf, codeOf } from './vault-bench.ts'

const salt = Buffer.alloc(16, 1)
const scrypt = (n: number, r: number, p: number): ScryptParams => ({ name: 'scrypt', n, r, p })
const binding: SlotBinding = { vaultId: 'v', epoch: 1, slotId: 's', type: 'password', kdf: scrypt(2 ** 17, 8, 1) }

test('new slots cost at least the OWASP line', () => {
  expect(productKdf.params).toEqual(scrypt(2 ** 17, 8, 1))
  expect(productKdf.isAllowed(productKdf.params)).toBe(true)
})

test.each([
  [2 ** 16, 8, 1],
  [2 ** 15, 8, 2],
  [2 ** 17, 4, 1],
  [2 ** 12, 8, 16],
  [16, 8, 1],
  [2 ** 17 + 1, 8, 1],
  [2 ** 21, 8, 1],
  [2 ** 20, 16, 1],
  [2 ** 17, 8, 17],
  [0, 8, 1],
  [-(2 ** 17), 8, 1],
  [2 ** 17, 8, 0],
])('parameters n=%d r=%d p=%d are refused before anything is derived', async (n, r, p) => {
  expect(await codeOf(() => derivePasswordKey('a password', salt, scrypt(n, r, p), productKdf))).toBe('keyring-damaged')
})

test.each([
  [2 ** 17, 8, 1],
  [2 ** 16, 8, 2],
  [2 ** 15, 8, 3],
  [2 ** 14, 8, 5],
  [2 ** 13, 8, 10],
  [2 ** 20, 8, 1],
])('parameters n=%d r=%d p=%d are on or above the OWASP list', (n, r, p) => {
  expect(productKdf.isAllowed(scrypt(n, r, p))).toBe(true)
})

test('the event loop turns while the product derives a password', async () => {
  const state = { isDone: false }
  const deriving = derivePasswordKey('a password', salt, productKdf.params, productKdf).finally(() => {
    state.isDone = true
  })
  let turns = 0
  while (!state.isDone) {
    turns += 1
    await nextTurn()
  }

  expect(turns).toBeGreaterThan(10)
  expect(await deriving).toHaveLength(32)
})

test('a password gives the same key however its characters are composed', async () => {
  const composed = await derivePasswordKey('caf\u00e9 ＡＢＣ', salt, cheapKdf.params, cheapKdf)
  const decomposed = await derivePasswordKey('cafe\u0301 ABC', salt, cheapKdf.params, cheapKdf)

  expect(decomposed.equals(composed)).toBe(true)
})

test('salt, use, vault and epoch each give other keys', () => {
  const master = Buffer.alloc(32, 3)
  const keys = [deriveVaultKeys(master, 'a', 1), deriveVaultKeys(master, 'b', 1), deriveVaultKeys(master, 'a', 2)]
  const all = keys.flatMap(({ db, audit, manifest }) => [db, audit, manifest])
  all.push(deriveRecoveryKey(master, salt), deriveRecoveryKey(master, Buffer.alloc(16, 2)))

  expect(new Set(all.map(key => key.toString('hex'))).size).toBe(11)
  expect(all.every(key => key.length === 32)).toBe(true)
})

test('wiping leaves zeros', () => {
  const keys = deriveVaultKeys(randomBytes(32), 'a', 1)
  wipeKeys(keys)

  expect(Buffer.concat([keys.db, keys.audit, keys.manifest]).every(byte => byte === 0)).toBe(true)
})

test('a wrapped key opens with the same key and binding only', () => {
  const [master, kek] = [randomBytes(32), randomBytes(32)]
  const wrapped = wrapMasterKey(master, kek, binding)

  expect(unwrapMasterKey(wrapped, kek, binding)?.equals(master)).toBe(true)
  expect(unwrapMasterKey(wrapped, randomBytes(32), binding)).toBeNull()
  const others: SlotBinding[] = [
    { ...binding, vaultId: 'w' },
    { ...binding, epoch: 2 },
    { ...binding, slotId: 't' },
    { ...binding, type: 'recovery' },
    { ...binding, kdf: scrypt(2 ** 16, 8, 2) },
    { ...binding, kdf: scrypt(2 ** 17, 8, 2) },
    { ...binding, kdf: { name: 'hkdf-sha256' } },
  ]
  for (const other of others) expect(unwrapMasterKey(wrapped, kek, other)).toBeNull()
})

test('every single flipped bit of a wrapped key is refused, and so is a shortened tag', () => {
  const [master, kek] = [randomBytes(32), randomBytes(32)]
  const wrapped = wrapMasterKey(master, kek, binding)
  let refused = 0
  let flips = 0
  for (const field of ['nonce', 'ct', 'tag'] as const) {
    for (let bit = 0; bit < wrapped[field].length * 4; bit++) {
      const bytes = Buffer.from(wrapped[field], 'hex')
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      flips += 1
      if (unwrapMasterKey({ ...wrapped, [field]: bytes.toString('hex') }, kek, binding) === null) refused += 1
    }
  }

  expect(refused).toBe(flips)
  expect(flips).toBe((12 + 32 + 16) * 8)
  for (const length of [0, 4, 8, 12, 15]) {
    expect(unwrapMasterKey({ ...wrapped, tag: wrapped.tag.slice(0, length * 2) }, kek, binding)).toBeNull()
  }
  expect(unwrapMasterKey({ ...wrapped, ct: wrapped.ct.slice(2) }, kek, binding)).toBeNull()
})

test('MACs are equal only when whole and the same', () => {
  const mac = 'ab'.repeat(32)

  expect(sameMac(mac, mac)).toBe(true)
  expect(sameMac(mac, 'cd'.repeat(32))).toBe(false)
  expect(sameMac('', '')).toBe(false)
  expect(sameMac(mac.slice(2), mac.slice(2))).toBe(false)
})
