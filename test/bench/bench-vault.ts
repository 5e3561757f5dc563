import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { migrate } from '../../electron/kernel/db/migrate.ts'
import type { KdfPolicy } from '../../electron/kernel/vault/key-hierarchy.ts'
import { openWriter, setPragmas } from '../../electron/kernel/vault/open-connection.ts'
import type { OpenVault } from '../../electron/kernel/vault/open-vault.ts'
import { vaultPaths } from '../../electron/kernel/vault/vault-files.ts'
import { openVault } from '../../electron/kernel/vault/vault-store.ts'
import { seedVault } from './seed-vault.ts'

const root = resolve(import.meta.dirname, '../..')
const store = join(root, 'out/bench')
const logLimit = 4 * 1024 * 1024
const password = 'spring-tea-under-the-bridge'

/** Costs a millisecond, so that a row can tell of everything but the derivation. Never the product's. */
const cheapKdf: KdfPolicy = { params: { name: 'scrypt', n: 1024, r: 8, p: 1 }, isAllowed: () => true }

export interface BenchVault {
  readonly customers: number
  readonly folder: string
  readonly staffId: string
  readonly password: string
}

/** Taken once, so that one run measures one state of the code. */
const seedVersion = sourceHash()
const SeedNote = z.strictObject({ staffId: z.string() })

/** A seeded vault of that size, made once and kept until code that shapes it changes. */
export async function seededVault(customers: number): Promise<BenchVault> {
  const kept = join(store, seedVersion, String(customers))
  if (!existsSync(kept)) {
    process.stderr.write(`seeding ${customers} customers\n`)
    const making = `${kept}.making`
    for (const old of listStore()) if (old !== seedVersion) rmSync(join(store, old), { recursive: true, force: true })
    rmSync(making, { recursive: true, force: true })
    const { staffId } = await seedVault({ folder: making, customers, password, kdf: cheapKdf })
    writeFileSync(join(making, 'seed.json'), JSON.stringify({ staffId }))
    renameSync(making, kept)
  }
  const { staffId } = SeedNote.parse(JSON.parse(readFileSync(join(kept, 'seed.json'), 'utf8')))
  return { customers, folder: kept, staffId, password }
}

function listStore(): readonly string[] {
  return existsSync(store) ? readdirSync(store) : []
}

/** A copy to work on, under `name`; replaces one of that name. */
export function copyOf(vault: BenchVault, name: string): BenchVault {
  const folder = join(store, 'run', `${name}-${vault.customers}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(vault.folder, folder, { recursive: true })
  return { ...vault, folder }
}

export function removeCopies(): void {
  rmSync(join(store, 'run'), { recursive: true, force: true })
}

/** Opens it as the program does, but for the derivation, unless told otherwise. */
export function openBenchVault(vault: BenchVault, kdf: KdfPolicy = cheapKdf): Promise<OpenVault> {
  const { folder, staffId } = vault
  const upToDate = (connection: Database.Database): void =>
    void migrate(wrapDatabase(connection), { beforeUpgrade: () => undefined })
  return openVault({ folder, staffId, password: vault.password, kdf, migrate: upToDate })
}

/** A copy of the same file without a key, to be opened with `openPlain`. Decrypted once, kept beside the vault. */
export async function decryptedCopy(vault: BenchVault, name: string): Promise<string> {
  const kept = join(store, seedVersion, `${vault.customers}-plain.db`)
  if (!existsSync(kept)) await decrypt(vault, kept)
  const folder = join(store, 'run')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}-${vault.customers}.db`)
  rmSync(path, { force: true })
  cpSync(kept, path)
  return path
}

async function decrypt(vault: BenchVault, kept: string): Promise<void> {
  const copy = copyOf(vault, 'decrypt')
  const open = await openBenchVault(copy)
  const key = open.exportKeyForReader()
  open.close('quit')
  const path = vaultPaths(copy.folder).database
  const connection = openWriter(path, key)
  connection.pragma('journal_mode = DELETE')
  connection.rekey(Buffer.alloc(0))
  connection.exec('VACUUM')
  connection.close()
  renameSync(path, kept)
  rmSync(copy.folder, { recursive: true, force: true })
}

/** The same driver and the same settings as the vault's, and no key. */
export function openPlain(path: string, cacheKib: number): Database.Database {
  const connection = new Database(path, { fileMustExist: true })
  setPragmas(connection, [
    ['temp_store', 2],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['mmap_size', 0],
    ['wal_autocheckpoint', 0],
    ['cache_size', -cacheKib],
  ])
  return connection
}

/** What the program does about the write-ahead log after a commit, by bare statements. */
export function keepLogShort(connection: Database.Database): void {
  if (statSync(`${connection.name}-wal`).size >= logLimit) connection.pragma('wal_checkpoint(TRUNCATE)')
}

/** In KiB, as SQLite was told. */
export function cacheOf(connection: Database.Database): number {
  return -Number(connection.pragma('cache_size', { simple: true }))
}

/** Of every source that shapes a seeded file. */
function sourceHash(): string {
  const folders = [
    'electron/features/contacts',
    'electron/kernel/changes',
    'electron/kernel/db/migrations',
    'electron/kernel/search',
    'electron/features/fields',
  ]
  const files = folders.flatMap(folder => readdirSync(join(root, folder)).map(name => join(folder, name)))
  const own = readdirSync(join(root, 'test/bench'))
    .filter(name => name.startsWith('seed-'))
    .map(name => join('test/bench', name))
  const hash = createHash('sha256')
  for (const file of [...files, ...own].toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
