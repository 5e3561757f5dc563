import { expect, test } from 'vitest'
import { newId } from '../../../../electron/kernel/clock.ts'
import { deriveVaultKeys, productKdf } from '../../../../electron/kernel/vault/key-hierarchy.ts'
import { type Keyring, type Slot, sealKeyring } from '../../../../electron/kernel/vault/keyring.ts'
import {
  makePasswordSlot,
  makeRecoverySlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../../../../electron/kernel/vault/keyring-unlock.ts'
import { cheapKdf, codeOf, errorOf, goodPassword, otherPassword } from './vault-bench.ts'

const masterKey = Buffer.alloc(32, 4)
const code = Buffer.alloc(32, 5)
const owner = { vaultId: newId(), epoch: 1, id: newId(), name: 'Mei', role: 'owner' } as const
const { manifest } = deriveVaultKeys(masterKey, owner.vaultId, owner.epoch)

async function aKeyring(password: string): Promise<Keyring> {
  return seal([
    await makePasswordSlot(owner, password, masterKey, cheapKdf),
    makeRecoverySlot({ ...owner, id: newId() }, code, masterKey),
  ])
}

function seal(slots: Slot[], more: Partial<Keyring> = {}): Keyring {
  const { vaultId, epoch } = owner
  const sealed = sealKeyring({ format: 'zhanggui keyring', version: 1, vaultId, shopName: 'Shop', epoch, slots }, manifest)
  return { ...sealed, ...more }
}

const unlock = (copies: readonly Keyring[], password = goodPassword, staffId: string = owner.id) =>
  unlockWithPassword(copies, staffId, password, cheapKdf)

test('the password and the recovery code give the same keys', async () => {
  const keyring = await aKeyring(goodPassword)
  const [byPassword, byCode] = [await unlock([keyring]), await unlockWithRecoveryCode([keyring], code)]

  expect(byPassword.masterKey.equals(masterKey)).toBe(true)
  expect(byCode.keys).toEqual(byPassword.keys)
  expect([byPassword.slot.type, byCode.slot.type]).toEqual(['password', 'recovery'])
})

test('the answer is the same whichever part is wrong', async () => {
  const keyring = await aKeyring(goodPassword)
  const recoveryId = keyring.slots[1]?.id ?? ''
  const errors = [
    await errorOf(() => unlock([keyring], otherPassword)),
    await errorOf(() => unlock([keyring], goodPassword, newId())),
    await errorOf(() => unlock([keyring], goodPassword, recoveryId)),
    await errorOf(() => unlock([keyring], '')),
  ]

  expect(errors.map(({ code: name, details }) => [name, details])).toEqual(
    errors.map(() => ['wrong-password', { field: 'password' }]),
  )
})

test('a recovery code of another vault is wrong, not a typo', async () => {
  const error = await errorOf(async () => unlockWithRecoveryCode([await aKeyring(goodPassword)], Buffer.alloc(32, 6)))

  expect([error.code, error.details.params]).toEqual(['wrong-recovery-code', { reason: 'wrong' }])
})

test('changed hints are damage although the password fits', async () => {
  const keyring = await aKeyring(goodPassword)
  const [slot, recovery] = keyring.slots
  if (slot === undefined || recovery === undefined) throw new Error('two slots were made')

  expect(await codeOf(() => unlock([{ ...keyring, shopName: 'Other' }]))).toBe('keyring-damaged')
  expect(await codeOf(() => unlock([{ ...keyring, slots: [{ ...slot, name: 'Other' }, recovery] }]))).toBe('keyring-damaged')
  expect(await codeOf(() => unlock([{ ...keyring, slots: [slot] }]))).toBe('keyring-damaged')
  expect(await codeOf(() => unlock([{ ...keyring, mac: '0'.repeat(64) }]))).toBe('keyring-damaged')
})

test('edited derivation parameters are refused, weaker and stronger ones alike', async () => {
  const keyring = await aKeyring(goodPassword)
  const [slot] = keyring.slots
  if (slot?.type !== 'password') throw new Error('a password slot was made first')
  const edited = (n: number): Keyring => ({ ...keyring, slots: [{ ...slot, kdf: { ...slot.kdf, n } }] })

  expect(await codeOf(() => unlock([edited(8)]))).toBe('keyring-damaged')
  expect(await codeOf(() => unlockWithPassword([edited(2 ** 21)], owner.id, goodPassword, productKdf))).toBe('keyring-damaged')
  const anyCost = { ...cheapKdf, isAllowed: () => true }
  expect(await codeOf(() => unlockWithPassword([edited(32)], owner.id, goodPassword, anyCost))).toBe('wrong-password')
})

test('a slot moved to another vault, epoch or person does not open', async () => {
  const keyring = await aKeyring(goodPassword)
  const stranger = newId()
  const [slot] = keyring.slots
  if (slot === undefined) throw new Error('two slots were made')

  expect(await codeOf(() => unlock([{ ...keyring, vaultId: newId() }]))).toBe('wrong-password')
  expect(await codeOf(() => unlock([{ ...keyring, epoch: 2 }]))).toBe('wrong-password')
  expect(await codeOf(() => unlock([{ ...keyring, slots: [{ ...slot, id: stranger }] }], goodPassword, stranger))).toBe(
    'wrong-password',
  )
})

test('the second copy opens the vault when the first was damaged where it matters', async () => {
  const keyring = await aKeyring(goodPassword)
  const [slot, recovery] = keyring.slots
  if (slot === undefined || recovery === undefined) throw new Error('two slots were made')
  const damaged = [
    { ...keyring, slots: [{ ...slot, salt: '0'.repeat(32) }, recovery] },
    { ...keyring, slots: [{ ...slot, ct: '0'.repeat(64) }, recovery] },
    { ...keyring, slots: [{ ...slot, id: newId() }, recovery] },
    { ...keyring, shopName: 'Other' },
    seal([slot, recovery], { epoch: 7 }),
  ]
  for (const first of damaged) expect((await unlock([first, keyring])).keyring).toEqual(keyring)
  expect(await codeOf(() => unlock([damaged[0] ?? keyring, keyring], otherPassword))).toBe('wrong-password')
})

test('a replaced password does not open the second copy while the first is whole', async () => {
  const [now, old] = [await aKeyring(otherPassword), await aKeyring(goodPassword)]

  expect(await codeOf(() => unlock([now, old]))).toBe('wrong-password')
  expect((await unlock([now, old], otherPassword)).keyring).toEqual(now)
})
