import { AppError } from '../../../shared/kernel/app-error.ts'
import {
  derivePasswordKey,
  deriveRecoveryKey,
  deriveVaultKeys,
  type KdfPolicy,
  randomSalt,
  unwrapMasterKey,
  type VaultKeys,
  wipeKeys,
  wrapMasterKey,
} from './key-hierarchy.ts'
import { isSealIntact, type Keyring, type PasswordSlot, type RecoverySlot, type Slot } from './keyring.ts'
import { wrongRecoveryCode } from './recovery-code.ts'

/** A keyring proved by one of its slots. `masterKey` and `keys` are to be wiped. */
export interface UnlockedKeyring {
  readonly keyring: Keyring
  readonly slot: Slot
  readonly masterKey: Buffer
  readonly keys: VaultKeys
}

/** Whose slot it is and which keyring it belongs to. */
export interface SlotOwner {
  readonly vaultId: string
  readonly epoch: number
  readonly id: string
  readonly name: string
  readonly role: Slot['role']
}

/**
 * One derivation, unless the two copies differ. Throws wrong-password whichever part is wrong, keyring-damaged when
 * the password fits but no copy is as it was sealed.
 */
export function unlockWithPassword(
  copies: readonly Keyring[],
  staffId: string,
  password: string,
  policy: KdfPolicy,
): Promise<UnlockedKeyring> {
  const isMine = (slot: Slot): slot is PasswordSlot => slot.type === 'password' && slot.id === staffId
  const derive = (slot: PasswordSlot): Promise<Buffer> =>
    derivePasswordKey(password, Buffer.from(slot.salt, 'hex'), slot.kdf, policy)
  return unlock(copies, isMine, derive, () => new AppError('wrong-password', { field: 'password' }))
}

/** Throws wrong-recovery-code (reason `wrong`) or keyring-damaged. */
export function unlockWithRecoveryCode(copies: readonly Keyring[], code: Buffer): Promise<UnlockedKeyring> {
  const isRecovery = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery'
  const derive = (slot: RecoverySlot): Promise<Buffer> => Promise.resolve(deriveRecoveryKey(code, Buffer.from(slot.salt, 'hex')))
  return unlock(copies, isRecovery, derive, () => wrongRecoveryCode('wrong'))
}

export async function makePasswordSlot(
  owner: SlotOwner,
  password: string,
  masterKey: Buffer,
  policy: KdfPolicy,
): Promise<PasswordSlot> {
  const salt = randomSalt()
  const type = 'password'
  const kdf = policy.params
  const kek = await derivePasswordKey(password, salt, kdf, policy)
  const { vaultId, epoch, id, name, role } = owner
  const wrapped = wrapMasterKey(masterKey, kek, { vaultId, epoch, slotId: id, type, kdf })
  kek.fill(0)
  return { id, name, role, type, kdf, salt: salt.toString('hex'), ...wrapped }
}

export function makeRecoverySlot(owner: SlotOwner, code: Buffer, masterKey: Buffer): RecoverySlot {
  const salt = randomSalt()
  const type = 'recovery'
  const kdf = { name: 'hkdf-sha256' } as const
  const kek = deriveRecoveryKey(code, salt)
  const { vaultId, epoch, id, name, role } = owner
  const wrapped = wrapMasterKey(masterKey, kek, { vaultId, epoch, slotId: id, type, kdf })
  kek.fill(0)
  return { id, name, role, type, kdf, salt: salt.toString('hex'), ...wrapped }
}

async function unlock<S extends Slot>(
  copies: readonly Keyring[],
  isWanted: (slot: Slot) => slot is S,
  derive: (slot: S) => Promise<Buffer>,
  wrong: () => AppError,
): Promise<UnlockedKeyring> {
  const outcomes = new Set<'refused' | 'closed' | 'older' | 'broken'>()
  for (const keyring of copies) {
    for (const slot of keyring.slots.filter(isWanted)) {
      const masterKey = await openSlot(keyring, slot, derive)
      if (typeof masterKey === 'string') {
        outcomes.add(masterKey)
        continue
      }
      const keys = deriveVaultKeys(masterKey, keyring.vaultId, keyring.epoch)
      const state = sealState(copies, keyring, keys)
      if (state === 'intact') return { keyring, slot, masterKey, keys }
      outcomes.add(state)
      masterKey.fill(0)
      wipeKeys(keys)
    }
  }
  const isDamaged = outcomes.has('broken') || (outcomes.has('refused') && outcomes.size === 1)
  throw isDamaged ? new AppError('keyring-damaged') : wrong()
}

/** `older`: it opens, but the first copy is whole and does not: that password or code was replaced. */
function sealState(copies: readonly Keyring[], keyring: Keyring, keys: VaultKeys): 'intact' | 'older' | 'broken' {
  const first = copies[0]
  if (first !== undefined && first !== keyring && isSealIntact(first, keys.manifest)) return 'older'
  return isSealIntact(keyring, keys.manifest) ? 'intact' : 'broken'
}

/** `refused`: its parameters are outside the policy, so nothing was derived. `closed`: the key does not fit. */
async function openSlot<S extends Slot>(
  keyring: Keyring,
  slot: S,
  derive: (slot: S) => Promise<Buffer>,
): Promise<Buffer | 'refused' | 'closed'> {
  let kek: Buffer | undefined
  try {
    kek = await derive(slot)
    const { vaultId, epoch } = keyring
    return unwrapMasterKey(slot, kek, { vaultId, epoch, slotId: slot.id, type: slot.type, kdf: slot.kdf }) ?? 'closed'
  } catch (error) {
    if (error instanceof AppError && error.code === 'keyring-damaged') return 'refused'
    throw error
  } finally {
    kek?.fill(0)
  }
}
