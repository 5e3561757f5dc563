import type { StaffMember } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type BackoffClock, openBackoff, systemBackoffClock } from './backoff.ts'
import type { Keyring } from './keyring.ts'
import { readKeyring } from './keyring-file.ts'
import { vaultPaths } from './vault-files.ts'
import { systemFs, type VaultFs } from './vault-fs.ts'

/** What can be said of a vault without any key. Names come from the keyring's hints, proved only when it is unlocked. */
export type VaultDescription =
  /** The folder is there and holds no vault. */
  | { readonly state: 'none' }
  /** `keyring-damaged`: no copy that is there can be read. `shopName` is null where nothing is left to tell it. */
  | {
      readonly state: 'missing'
      readonly what: 'folder' | 'file' | 'keyring' | 'keyring-damaged'
      readonly shopName: string | null
    }
  | {
      readonly state: 'ready'
      readonly vaultId: string
      readonly shopName: string
      readonly staff: readonly StaffMember[]
      /** Seconds until a password may be tried. */
      readonly waitSeconds: number
    }

/** For the lock screen. Writes nothing, opens neither database nor lock. */
export function describeVault(
  folder: string,
  clock: BackoffClock = systemBackoffClock,
  fs: VaultFs = systemFs,
): VaultDescription {
  const paths = vaultPaths(folder)
  if (!fs.exists(folder)) return { state: 'missing', what: 'folder', shopName: null }
  const keyring = findKeyring(fs, folder)
  if (typeof keyring === 'string') {
    if (keyring === 'damaged') return { state: 'missing', what: 'keyring-damaged', shopName: null }
    return fs.exists(paths.database) ? { state: 'missing', what: 'keyring', shopName: null } : { state: 'none' }
  }
  const { vaultId, shopName } = keyring
  if (!fs.exists(paths.database) && !fs.exists(paths.newDatabase)) return { state: 'missing', what: 'file', shopName }
  const waitSeconds = openBackoff(fs, paths.attempts, clock).waitSeconds()
  return { state: 'ready', vaultId, shopName, staff: staffOf(keyring), waitSeconds }
}

function staffOf(keyring: Keyring): readonly StaffMember[] {
  return keyring.slots.filter(slot => slot.type === 'password').map(({ id, name, role }) => ({ id, name, role }))
}

function findKeyring(fs: VaultFs, folder: string): Keyring | 'absent' | 'damaged' {
  try {
    const [keyring] = readKeyring(fs, vaultPaths(folder)).copies
    return keyring ?? 'damaged'
  } catch (error) {
    if (error instanceof AppError && error.code === 'keyring-missing') return 'absent'
    if (error instanceof AppError && error.code === 'keyring-damaged') return 'damaged'
    throw error
  }
}
