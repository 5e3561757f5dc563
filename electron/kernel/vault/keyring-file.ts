import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Keyring, parseKeyring, serialiseKeyring } from './keyring.ts'
import type { VaultPaths } from './vault-files.ts'
import { besideOf, isMissingFile, putInPlace, removeQuietly, toVaultFileError, type VaultFs, writeBeside } from './vault-fs.ts'

/** The copies that can be read, the first file first; one entry when both say the same. Never empty. */
export interface KeyringCopies {
  readonly copies: readonly Keyring[]
  /** Both files are there, whole and equal. */
  readonly healthy: boolean
}

/** Throws keyring-missing when neither copy is there, keyring-damaged when no copy that is there can be read. */
export function readKeyring(fs: VaultFs, paths: VaultPaths): KeyringCopies {
  const files = [readIfThere(fs, paths.keyring), readIfThere(fs, paths.keyringCopy)]
  if (files.every(file => file === null)) throw new AppError('keyring-missing')
  const copies = files.map(file => (file === null ? null : parseKeyring(file))).filter(copy => copy !== null)
  const [first, second] = copies
  if (first === undefined) throw new AppError('keyring-damaged')
  const same = second !== undefined && serialiseKeyring(first).equals(serialiseKeyring(second))
  return { copies: same ? [first] : copies, healthy: same }
}

/**
 * Writes both copies, each at once. Whatever fails and whenever, one whole keyring stays readable: the old one or
 * the new one. Both are on the disk before the first is put in place, so a full disk changes nothing. The second
 * copy follows, so that an old password does not live on in it.
 */
export function saveKeyring(fs: VaultFs, paths: VaultPaths, keyring: Keyring): void {
  const bytes = serialiseKeyring(keyring)
  const files = [paths.keyring, paths.keyringCopy]
  try {
    for (const file of files) writeBeside(fs, file, bytes)
    for (const file of files) putInPlace(fs, file)
  } catch (error) {
    for (const file of files) removeQuietly(fs, besideOf(file))
    throw toVaultFileError(error)
  }
}

function readIfThere(fs: VaultFs, path: string): Buffer | null {
  try {
    return fs.read(path)
  } catch (error) {
    if (isMissingFile(error)) return null
    // a file that cannot be read (bad sector, no right) counts as damaged; the other copy may be whole
    return Buffer.alloc(0)
  }
}
