import type Database from 'better-sqlite3'
import type { LockReason, StaffMember } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type ReadableDb, type WritableDb, wrapDatabase } from '../db/database.ts'
import { type AnchorReport, compareAnchor, writeAnchor } from './anchor.ts'
import type { Ballast } from './ballast.ts'
import { checkpointTruncate } from './checkpoint.ts'
import { startCheckpoints } from './checkpoint-policy.ts'
import { startCheckpointThread } from './checkpoint-thread.ts'
import { type VaultKeys, wipeKeys } from './key-hierarchy.ts'
import type { Keyring } from './keyring.ts'
import type { VaultLock } from './lock-database.ts'
import { openReader } from './open-connection.ts'
import type { VaultPaths } from './vault-files.ts'
import type { VaultFs } from './vault-fs.ts'
import { readLogHead } from './vault-identity.ts'

export interface VaultReader {
  readonly db: ReadableDb
  /** Idempotent. */
  readonly close: () => void
}

/** An unlocked vault, in the thread that opened it. */
export interface OpenVault {
  readonly writer: WritableDb
  readonly rawWriter: Database.Database
  /** A second connection of this thread, reading only; closed with the vault at the latest. */
  readonly openReader: () => VaultReader
  /** A copy of the database key for `openReader` in another thread, which wipes it. */
  readonly exportKeyForReader: () => Buffer
  readonly databasePath: string
  readonly vaultId: string
  readonly shopName: string
  readonly me: StaffMember
  /** How the database compares with what was noted when it was last locked. */
  readonly anchor: AnchorReport
  /** To be called after every commit: the checkpoint then follows within 30 s. */
  readonly noteCommit: () => void
  /** The same after a job's commit: waits where the log has grown long, until it can begin anew. Never rejects. */
  readonly noteBatch: () => Promise<void>
  /** Gives the ballast's room back after disk-full; false when it was given before. */
  readonly releaseBallast: () => boolean
  /** Ends the checkpoint thread. To be awaited before `close`, which does the last checkpoint itself. Idempotent. */
  readonly stopCheckpoints: () => Promise<void>
  /** Checkpoint, anchor, close, wipe the keys, free the lock. Everything is freed even where a step throws. Idempotent. */
  readonly close: (reason: LockReason) => void
}

export interface OpenVaultParts {
  readonly paths: VaultPaths
  readonly fs: VaultFs
  readonly connection: Database.Database
  readonly lock: VaultLock
  readonly ballast: Ballast
  readonly keyring: Keyring
  readonly keys: VaultKeys
  readonly me: StaffMember
  readonly now: () => Date
  readonly onCheckpointError: (error: unknown) => void
  /** The script of the thread that makes the checkpoints; null: they are made on this thread. */
  readonly checkpointScript: URL | null
}

/** Takes over the connection, the keys and the lock: all end with `close`. */
export function startVault(parts: OpenVaultParts): OpenVault {
  const { paths, fs, connection, keyring, keys, ballast } = parts
  const position = (): { vaultId: string; epoch: number; head: string } => ({
    vaultId: keyring.vaultId,
    epoch: keyring.epoch,
    head: readLogHead(connection),
  })
  const anchor = compareAnchor(fs, paths.anchor, position(), keys.manifest)
  const { checkpointScript: url, onCheckpointError: onError } = parts
  const checkpointer = url === null ? null : startCheckpointThread({ url, path: paths.database, key: keys.db })
  const checkpoints = startCheckpoints({ connection, checkpointer, onError })
  const readers = new Set<Database.Database>()
  return {
    writer: wrapDatabase(connection),
    rawWriter: connection,
    openReader: () => openReaderOf(paths.database, keys.db, readers),
    exportKeyForReader: () => {
      const copy = Buffer.alloc(keys.db.length)
      keys.db.copy(copy)
      return copy
    },
    databasePath: paths.database,
    vaultId: keyring.vaultId,
    shopName: keyring.shopName,
    me: parts.me,
    anchor,
    noteCommit: checkpoints.noteCommit,
    noteBatch: checkpoints.noteBatch,
    stopCheckpoints: checkpoints.stop,
    releaseBallast: ballast.release,
    close: () => {
      if (!connection.open) return
      void checkpoints.stop()
      runAll([
        () => readers.forEach(reader => void reader.close()),
        () => checkpointWithRoom(connection, ballast),
        () => writeAnchor(fs, paths.anchor, position(), keys.manifest, parts.now()),
        () => void connection.close(),
        () => wipeKeys(keys),
        () => void ballast.restore(),
        () => parts.lock.release(),
      ])
    },
  }
}

function openReaderOf(path: string, key: Buffer, readers: Set<Database.Database>): VaultReader {
  const connection = openReader(path, key)
  readers.add(connection)
  return {
    db: wrapDatabase(connection),
    close: () => {
      readers.delete(connection)
      connection.close()
    },
  }
}

/** A full disk gets the ballast's room: what is in the log shall not stay there only. */
function checkpointWithRoom(connection: Database.Database, ballast: Ballast): void {
  try {
    checkpointTruncate(connection)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'disk-full' || !ballast.release()) throw error
    checkpointTruncate(connection)
  }
}

/** Every step runs; the first error is thrown at the end. */
function runAll(steps: readonly (() => void)[]): void {
  const errors: unknown[] = []
  for (const step of steps) {
    try {
      step()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
