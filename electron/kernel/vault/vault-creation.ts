import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import type { StaffMember } from '../../../shared/features/vault/vault.ts'
import type { Ballast } from './ballast.ts'
import { checkpointTruncate } from './checkpoint.ts'
import { deriveVaultKeys, type KdfPolicy, keyBytes, type VaultKeys } from './key-hierarchy.ts'
import { type Keyring, sealKeyring } from './keyring.ts'
import { saveKeyring } from './keyring-file.ts'
import { makePasswordSlot, makeRecoverySlot } from './keyring-unlock.ts'
import { createDatabase } from './open-connection.ts'
import { parseRecoveryCode } from './recovery-code.ts'
import { databaseFiles, type VaultPaths } from './vault-files.ts'
import { besideOf, removeQuietly, renamePatiently, type VaultFs, withFileErrors } from './vault-fs.ts'
import { writeIdentity } from './vault-identity.ts'

export interface NewVault {
  readonly shopName: string
  readonly ownerName: string
  readonly password: string
  readonly recoveryCode: string
}

/** Everything that is derived for a vault before the first file is written. `keys` are to be wiped. */
export interface VaultPlan {
  readonly keyring: Keyring
  readonly keys: VaultKeys
  readonly me: StaffMember
}

/** Derives without writing anything. Throws wrong-recovery-code for a code that is none. */
export async function planVault(vault: NewVault, newId: () => string, policy: KdfPolicy): Promise<VaultPlan> {
  const code = parseRecoveryCode(vault.recoveryCode)
  const masterKey = randomBytes(keyBytes)
  try {
    const vaultId = newId()
    const epoch = 1
    const owner: StaffMember = { id: newId(), name: vault.ownerName, role: 'owner' }
    const keys = deriveVaultKeys(masterKey, vaultId, epoch)
    const slots = [
      await makePasswordSlot({ vaultId, epoch, ...owner }, vault.password, masterKey, policy),
      makeRecoverySlot({ vaultId, epoch, id: newId(), name: '', role: 'owner' }, code, masterKey),
    ]
    const content = { format: 'zhanggui keyring', version: 1, vaultId, shopName: vault.shopName, epoch, slots } as const
    return { keyring: sealKeyring({ ...content, slots }, keys.manifest), keys, me: owner }
  } finally {
    masterKey.fill(0)
    code.fill(0)
  }
}

export function isVaultThere(fs: VaultFs, paths: VaultPaths): boolean {
  return [paths.database, paths.keyring, paths.keyringCopy].some(fs.exists)
}

/**
 * Writes database, ballast, keyring; the database takes its name last, so a vault that was interrupted in its making
 * is none (and the next creation sweeps it) or can be finished (`finishCreation`).
 */
export function makeVaultFiles(
  fs: VaultFs,
  paths: VaultPaths,
  plan: VaultPlan,
  ballast: Ballast,
  migrate: (connection: Database.Database) => void,
): void {
  for (const file of databaseFiles(paths.newDatabase)) withFileErrors(() => fs.remove(file))
  const connection = createDatabase(paths.newDatabase, plan.keys.db)
  try {
    writeIdentity(connection, plan.keyring.vaultId)
    migrate(connection)
    checkpointTruncate(connection)
  } finally {
    connection.close()
  }
  ballast.make()
  saveKeyring(fs, paths, plan.keyring)
  finishCreation(fs, paths)
}

/** Gives the database its name, where the program ended just before. The keyring beside it holds its key. */
export function finishCreation(fs: VaultFs, paths: VaultPaths): void {
  if (fs.exists(paths.database) || !fs.exists(paths.newDatabase)) return
  withFileErrors(() => {
    renamePatiently(fs, paths.newDatabase, paths.database)
    fs.syncFolder(paths.folder)
  })
}

/** Folders that `makeFolder` will make, the deepest first. */
export function missingFolders(fs: VaultFs, folder: string): readonly string[] {
  const parent = dirname(folder)
  if (fs.exists(folder) || parent === folder) return []
  return [folder, ...missingFolders(fs, parent)]
}

/** Takes back a creation that failed: the vault's files and the folders made for it. Other files stay. */
export function removeCreation(fs: VaultFs, paths: VaultPaths, folders: readonly string[]): void {
  const single = [paths.keyring, paths.keyringCopy, paths.owner, paths.attempts, paths.anchor]
  const files = [...databaseFiles(paths.newDatabase), ...databaseFiles(paths.database), paths.ballast, paths.lock]
  for (const file of [...files, ...single, ...single.map(besideOf)]) removeQuietly(fs, file)
  for (const folder of folders) {
    try {
      fs.removeFolder(folder)
    } catch {
      // someone put a file there meanwhile, or it was never made: not ours to remove
      return
    }
  }
}
