import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Actor, ActStart, Change } from '../../electron/kernel/changes/change.ts'
import { createSpine, type Spine } from '../../electron/kernel/changes/spine.ts'
import type { DerivedTable, SyncedTable } from '../../electron/kernel/changes/synced-table.ts'
import { type WritableDb, wrapDatabase } from '../../electron/kernel/db/database.ts'
import { migrate } from '../../electron/kernel/db/migrate.ts'
import type { Migration } from '../../electron/kernel/db/migration.ts'
import { migrations as allMigrations } from '../../electron/kernel/db/migrations/migrations.ts'
import { createDatabase, openWriter } from '../../electron/kernel/vault/open-connection.ts'
import type { ActSummary } from '../../shared/features/acts/act.ts'

export interface TestVaultOptions {
  readonly tables?: readonly SyncedTable[]
  readonly derived?: readonly DerivedTable[]
  /** SQL run before the spine takes over, for tables that only the test has. */
  readonly schema?: string
  /** Only the first n migrations. */
  readonly version?: number
}

/** A real encrypted vault in a folder of its own. `db`, `raw` and `spine` change with `reopen`: read them from here. */
export interface TestVault {
  readonly path: string
  readonly db: WritableDb
  readonly raw: Database.Database
  readonly spine: Spine
  readonly actor: Actor
  /** What `now` answers; set it to move the clock. */
  wall: Date
  readonly now: () => Date
  /** One act in one immediate transaction. */
  readonly apply: (start: ActStart, changes: readonly Change[]) => ActSummary
  /** Closes the connection and opens the file again, as after a lock. */
  readonly reopen: () => void
  readonly close: () => void
}

export const testActor: Actor = { staffId: '0192ffff-0000-7000-8000-000000000001', role: 'owner' }
export const testNode: Uint8Array = Buffer.from('a1a2a3a4a5a6a7a8', 'hex')

/** A migrated vault with its owner in it, copied from a template that is made once per test file. */
export function openTestVault(options: TestVaultOptions = {}): TestVault {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-test-'))
  const path = join(folder, 'vault.db')
  copyFileSync(templateAt(options.version ?? allMigrations.length), path)
  let raw = openKeyed(path)
  if (options.schema !== undefined) raw.exec(options.schema)
  let db = wrapDatabase(raw)
  const now = (): Date => vault.wall
  const makeSpine = (): Spine =>
    createSpine(db, { tables: options.tables ?? [], derived: options.derived ?? [], now, deviceNode: testNode })
  const close = (): void => {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const vault: Omit<TestVault, 'spine' | 'db' | 'raw'> = {
    path,
    wall: new Date('2026-11-20T08:00:00.000Z'),
    actor: testActor,
    now,
    apply: (start, changes) => db.transaction(() => spine.apply(start, testActor, changes)),
    reopen: () => {
      raw.close()
      raw = openKeyed(path)
      db = wrapDatabase(raw)
      spine = makeSpine()
    },
    close,
  }
  let spine = makeSpine()
  return Object.defineProperties(vault, {
    db: { get: () => db },
    raw: { get: () => raw },
    spine: { get: () => spine },
  }) as TestVault // the three getters complete it
}

/** The vault's writing connection, encrypted as in the program; creates the file where there is none. */
export function openKeyed(path: string): Database.Database {
  const key = Buffer.alloc(32, 7)
  return existsSync(path) ? openWriter(path, key) : createDatabase(path, key)
}

/** A new vault that has seen only the first n migrations, for tests of the next one. */
export function openAtVersion(version: number): {
  readonly db: WritableDb
  readonly raw: Database.Database
  readonly close: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-test-'))
  const raw = openKeyed(join(folder, 'vault.db'))
  const db = wrapDatabase(raw)
  migrate(db, { migrations: allMigrations.slice(0, version), beforeUpgrade: () => undefined })
  const close = (): void => {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, raw, close }
}

const templates = new Map<number, string>()

function templateAt(version: number): string {
  const known = templates.get(version)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, `${randomBytes(4).toString('hex')}.db`)
  const raw = openKeyed(path)
  fillTemplate(wrapDatabase(raw), allMigrations.slice(0, version))
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
  templates.set(version, path)
  return path
}

function fillTemplate(db: WritableDb, migrations: readonly Migration[]): void {
  migrate(db, { migrations, beforeUpgrade: () => undefined })
  const created = new Date('2026-11-01T00:00:00.000Z')
  const spine = createSpine(db, { tables: [], derived: [], now: () => created, deviceNode: testNode })
  const owner = { name: 'Owner', role: 'owner', created_at: created.toISOString() }
  db.transaction(() =>
    spine.apply({ kind: 'edit', name: 'vault-create', subject: '' }, testActor, [
      { table: 'staff', id: testActor.staffId, kind: 'insert', values: owner },
    ]),
  )
}
