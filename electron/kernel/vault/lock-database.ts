import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Now } from '../clock.ts'
import { toVaultError } from './driver-error.ts'
import type { VaultPaths } from './vault-files.ts'
import { removeQuietly, type VaultFs, writeDurably } from './vault-fs.ts'

/** Held until released, or until this process ends in whatever way. */
export interface VaultLock {
  readonly release: () => void
}

const VaultOwner = z.strictObject({ pid: z.int(), host: z.string().max(255), since: z.iso.datetime() })

/**
 * Takes the vault for this program. Throws vault-in-use with pid, host and since of the holder when it is taken.
 * The lock file stays empty and is never opened through `fs` (decisions.md 1, 2).
 */
export function lockVault(paths: VaultPaths, fs: VaultFs, now: Now): VaultLock {
  const connection = takeLock(paths, fs)
  const owner = { pid: process.pid, host: hostname(), since: now().toISOString() }
  try {
    writeDurably(fs, paths.owner, Buffer.from(JSON.stringify(owner)))
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    release: () => {
      if (!connection.open) return
      // whoever takes the lock next writes its own
      removeQuietly(fs, paths.owner)
      connection.close()
    },
  }
}

function takeLock(paths: VaultPaths, fs: VaultFs): Database.Database {
  // the driver answers a missing folder with a TypeError of its own
  if (!fs.exists(paths.folder)) throw new AppError('folder-not-writable')
  let connection: Database.Database | undefined
  try {
    connection = new Database(paths.lock, { timeout: 0 })
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection?.close()
    const known = toVaultError(error)
    throw known instanceof AppError && known.code === 'vault-in-use' ? inUse(paths, fs) : known
  }
}

function inUse(paths: VaultPaths, fs: VaultFs): AppError {
  const owner = readOwner(paths, fs)
  return new AppError('vault-in-use', owner === null ? {} : { params: owner })
}

/** Null when it is not there or half written: a courtesy only, the lock itself is the truth. */
function readOwner(paths: VaultPaths, fs: VaultFs): z.infer<typeof VaultOwner> | null {
  try {
    return VaultOwner.parse(JSON.parse(fs.read(paths.owner).toString('utf8')))
  } catch {
    return null
  }
}
