import { expect, test } from 'vitest'
import { newId } from '../../../../electron/kernel/clock.ts'
import {
  isSealIntact,
  type Keyring,
  parseKeyring,
  sealKeyring,
  serialiseKeyring,
} from '../../../../electron/kernel/vault/keyring.ts'
import { makePasswordSlot, makeRecoverySlot } from '../../../../electron/kernel/vault/keyring-unlock.ts'
import { cheapKdf, goodPassword } from './vault-bench.ts'

const manifestKey = Buffer.alloc(32, 8)

async function aKeyring(): Promise<Keyring> {
  const [vaultId, epoch, masterKey] = [newId(), 1, Buffer.alloc(32, 9)]
  const owner = { vaultId, epoch, id: newId(), name: '梅 "Mei"', role: 'owner' } as const
  const password = await makePasswordSlot(owner, goodPassword, masterKey, cheapKdf)
  const recovery = makeRecoverySlot({ ...owner, id: newId(), name: '' }, Buffer.alloc(32, 1), masterKey)
  const slots = [password, recovery]
  return sealKeyring({ format: 'zhanggui keyring', version: 1, vaultId, shopName: '云记茶行', epoch, slots }, manifestKey)
}

test('a keyring is read back as it was written, its seal whole', async () => {
  const keyring = await aKeyring()
  const read = parseKeyring(serialiseKeyring(keyring))

  expect(read).toEqual(keyring)
  expect(read !== null && isSealIntact(read, manifestKey)).toBe(true)
  expect(read !== null && isSealIntact(read, Buffer.alloc(32, 7))).toBe(false)
})

test('every flipped bit makes it unreadable or breaks its seal', async () => {
  const whole = serialiseKeyring(await aKeyring())
  const passed: number[] = []
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const flipped = Buffer.from(whole)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const read = parseKeyring(flipped)
    if (read !== null && isSealIntact(read, manifestKey)) passed.push(bit)
  }

  expect(passed).toEqual([])
  expect(whole.length * 8).toBeGreaterThan(2000)
})

test('every shorter or longer file is unreadable', async () => {
  const whole = serialiseKeyring(await aKeyring())
  const readable = [...whole.keys()].filter(length => parseKeyring(whole.subarray(0, length)) !== null)

  expect(readable).toEqual([])
  for (const more of [' ', '\n', '}', '\u0000', '{}']) expect(parseKeyring(Buffer.concat([whole, Buffer.from(more)]))).toBeNull()
})

test('a keyring with other fields, other types or cut values is unreadable', async () => {
  const keyring = await aKeyring()
  const [slot] = keyring.slots
  const spoilt: unknown[] = [
    { ...keyring, extra: 1 },
    { ...keyring, version: 2 },
    { ...keyring, format: 'other' },
    { ...keyring, epoch: 0 },
    { ...keyring, slots: [] },
    { ...keyring, mac: keyring.mac.toUpperCase() },
    { ...keyring, slots: [{ ...slot, tag: slot?.tag.slice(0, 8) }] },
    { ...keyring, slots: [{ ...slot, nonce: '' }] },
    { ...keyring, slots: [{ ...slot, kdf: { name: 'hkdf-sha256' } }] },
    { ...keyring, slots: [{ ...slot, kdf: { name: 'scrypt', n: '131072', r: 8, p: 1 } }] },
    { ...keyring, slots: [{ ...slot, role: 'king' }] },
    null,
    [],
    'text',
  ]

  expect(spoilt.map(value => parseKeyring(Buffer.from(JSON.stringify(value))))).toEqual(spoilt.map(() => null))
})

test('nothing secret stands in the file', async () => {
  const text = serialiseKeyring(await aKeyring()).toString('utf8')

  expect(text).not.toContain(goodPassword)
  expect(text).not.toContain(Buffer.alloc(32, 9).toString('hex'))
  expect(text).not.toContain(manifestKey.toString('hex'))
})
