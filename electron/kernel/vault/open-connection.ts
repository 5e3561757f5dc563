import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { toVaultError } from './driver-error.ts'
import { databaseFiles } from './vault-files.ts'

/** "ZGUI" in the file's header: a database that opens with the key but is not ours is refused. */
export const applicationId = 0x5a475549
export const databaseKeyBytes = 32
const defaultCacheKib = 16_384
const plaintextHeader = 'SQLite format 3'

export interface ConnectionSettings {
  /** Page cache in KiB, 16 MiB when not given. */
  readonly cacheKib?: number
}

type Pragma = readonly [name: string, value: string | number]
type PragmaTarget = Pick<Database.Database, 'pragma'>

/**
 * Makes an encrypted database and proves it: no plaintext header, and without the key it is no database.
 * Throws vault-exists when a file is there; leaves no file behind when it fails.
 */
export function createDatabase(path: string, kDb: Buffer, settings: ConnectionSettings = {}): Database.Database {
  assertKey(kDb)
  if (sizeOf(path) !== null) throw new AppError('vault-exists')
  try {
    const connection = connect(path, kDb, {})
    try {
      setPragmas(connection, [['application_id', applicationId], ...writerPragmas(settings)])
    } finally {
      connection.close()
    }
    assertEncrypted(path)
    return openWriter(path, kDb, settings)
  } catch (error) {
    for (const file of databaseFiles(path)) rmSync(file, { force: true })
    throw toVaultError(error)
  }
}

/**
 * The one writing connection, every pragma read back. The header is read first, so no connection of this
 * process may live on the file: closing a handle would drop SQLite's locks (decisions.md 2).
 */
export function openWriter(path: string, kDb: Buffer, settings: ConnectionSettings = {}): Database.Database {
  assertKey(kDb)
  if (liveConnections().some(connection => connection.name === path)) throw new Error('the vault is open in this thread')
  if (sizeOf(path) === null) throw new AppError('vault-missing')
  const header = readHeader(path)
  if (header.length === 0 || header.toString('latin1').startsWith(plaintextHeader)) throw new AppError('vault-damaged')
  return connectAs(path, kDb, { fileMustExist: true }, writerPragmas(settings))
}

/** A reading connection, for any thread, also while the writer lives. Nothing of the file is read through `fs`. */
export function openReader(path: string, kDb: Buffer, settings: ConnectionSettings = {}): Database.Database {
  assertKey(kDb)
  const size = sizeOf(path)
  if (size === null) throw new AppError('vault-missing')
  if (size === 0) throw new AppError('vault-damaged')
  return connectAs(path, kDb, { readonly: true, fileMustExist: true }, readerPragmas(settings))
}

/**
 * A connection that only runs checkpoints, for another thread while the writer lives. It must close before the writer.
 * Nothing of the file is read through `fs`.
 */
export function openCheckpointer(path: string, kDb: Buffer): Database.Database {
  assertKey(kDb)
  return connectAs(path, kDb, { fileMustExist: true }, checkpointerPragmas)
}

/** Sets each and reads it back; throws (a bug, or a driver that changed) when one did not take effect. */
export function setPragmas(connection: PragmaTarget, pragmas: readonly Pragma[]): void {
  for (const [name, value] of pragmas) {
    connection.pragma(`${name} = ${value}`)
    const found = connection.pragma(name, { simple: true })
    if (String(found).toLowerCase() !== String(value)) throw new Error(`pragma ${name} did not take effect`)
  }
}

function connectAs(path: string, kDb: Buffer, options: Database.Options, pragmas: readonly Pragma[]): Database.Database {
  const connection = connect(path, kDb, options)
  try {
    if (connection.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('vault-damaged')
    setPragmas(connection, pragmas)
    if (connection.pragma('journal_mode', { simple: true }) !== 'wal') throw new AppError('vault-damaged')
    return connection
  } catch (error) {
    connection.close()
    throw toVaultError(error)
  }
}

function connect(path: string, kDb: Buffer, options: Database.Options): Database.Database {
  // `raw:` and 32 bytes: every other form is a passphrase to the driver or an unencrypted file (security.md F6, F7)
  const secret = Buffer.alloc(4 + databaseKeyBytes)
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, options)
    setPragmas(connection, cipherPragmas)
    secret.write('raw:', 'latin1')
    kDb.copy(secret, 4)
    if (connection.key(secret) !== 0) throw new AppError('vault-damaged')
    secret.fill(0)
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
    connections.add(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw toVaultError(error)
  } finally {
    secret.fill(0)
  }
}

const cipherPragmas: readonly Pragma[] = [
  ['cipher', 'sqlcipher'],
  ['legacy', 4],
]

function writerPragmas(settings: ConnectionSettings): readonly Pragma[] {
  return [
    ['temp_store', 2],
    ['locking_mode', 'normal'],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['checkpoint_fullfsync', 1],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['mmap_size', 0],
    ['wal_autocheckpoint', 0],
    cachePragma(settings),
  ]
}

function readerPragmas(settings: ConnectionSettings): readonly Pragma[] {
  return [
    ['temp_store', 2],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['mmap_size', 0],
    ['query_only', 1],
    cachePragma(settings),
  ]
}

/** Its rows come and go through the log, past the page cache. */
const checkpointerPragmas: readonly Pragma[] = [
  ['temp_store', 2],
  ['locking_mode', 'normal'],
  ['synchronous', 2],
  ['checkpoint_fullfsync', 1],
  ['trusted_schema', 0],
  ['mmap_size', 0],
  ['wal_autocheckpoint', 0],
  ['query_only', 1],
  cachePragma({ cacheKib: 256 }),
]

/** SQLite counts KiB as negative numbers. */
function cachePragma(settings: ConnectionSettings): Pragma {
  return ['cache_size', -(settings.cacheKib ?? defaultCacheKib)]
}

/** Anything but 32 bytes would make a plaintext or a passphrase file without an error (security.md F6). */
function assertKey(kDb: unknown): asserts kDb is Buffer {
  if (!Buffer.isBuffer(kDb) || kDb.length !== databaseKeyBytes) throw new Error('a database key is a buffer of 32 bytes')
  if (kDb.every(byte => byte === 0)) throw new Error('this database key was wiped')
}

function assertEncrypted(path: string): void {
  if (readHeader(path).toString('latin1').startsWith(plaintextHeader)) throw new AppError('crypto-unavailable')
  const keyless = new Database(path, { readonly: true, fileMustExist: true })
  try {
    keyless.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return
    throw error
  } finally {
    keyless.close()
  }
  throw new AppError('crypto-unavailable')
}

/** By `stat`, which opens nothing; null when there is no file. */
function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(file, header, 0, header.length, 0))
  } finally {
    closeSync(file)
  }
}

const connections = new Set<Database.Database>()

function liveConnections(): readonly Database.Database[] {
  for (const connection of connections) if (!connection.open) connections.delete(connection)
  return [...connections]
}
