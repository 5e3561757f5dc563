import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type WritableDb, wrapDatabase } from '../../../../electron/kernel/db/database.ts'
import { copyVaultTo, migrate, schemaVersion } from '../../../../electron/kernel/db/migrate.ts'
import type { Migration } from '../../../../electron/kernel/db/migration.ts'
import { openKeyed } from '../../../helpers/test-vault.ts'

let folder: string
let raw: ReturnType<typeof openKeyed>
let db: WritableDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-test-'))
  raw = openKeyed(join(folder, 'vault.db'))
  db = wrapDatabase(raw)
})
afterEach(() => {
  raw.close()
  rmSync(folder, { recursive: true, force: true })
})

const first: Migration = { version: 1, name: 'first', up: one => one.exec('CREATE TABLE a (x TEXT NOT NULL) STRICT') }
const second: Migration = {
  version: 2,
  name: 'second',
  up: one => one.exec("ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'"),
}
const failing: Migration = {
  version: 3,
  name: 'failing',
  up: one => {
    one.exec('DELETE FROM a')
    throw new Error('broken step')
  },
}

describe('migrate', () => {
  test('runs every step and asks for no copy when the file is new', () => {
    const beforeUpgrade = vi.fn()

    expect(migrate(db, { migrations: [first, second], beforeUpgrade })).toEqual({ from: 0, to: 2 })
    expect(beforeUpgrade).not.toHaveBeenCalled()
    expect(schemaVersion(db)).toBe(2)
  })

  test('asks for a copy first, outside a transaction, and keeps the rows when the file is older', () => {
    migrate(db, { migrations: [first], beforeUpgrade: vi.fn() })
    db.exec("INSERT INTO a (x) VALUES ('kept')")
    const copy = join(folder, 'before-upgrade.db')

    migrate(db, { migrations: [first, second], beforeUpgrade: () => copyVaultTo(db, copy) })

    expect(db.all('SELECT x, y FROM a')).toEqual([{ x: 'kept', y: 'new' }])
    const copied = openKeyed(copy)
    expect(copied.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept' }])
    expect(copied.pragma('user_version', { simple: true })).toBe(1)
    copied.close()
  })

  test('does nothing when the file is up to date', () => {
    migrate(db, { migrations: [first], beforeUpgrade: vi.fn() })
    const beforeUpgrade = vi.fn()

    migrate(db, { migrations: [first], beforeUpgrade })

    expect(beforeUpgrade).not.toHaveBeenCalled()
  })

  test('leaves the file as it was when a later step fails', () => {
    migrate(db, { migrations: [first], beforeUpgrade: vi.fn() })
    db.exec("INSERT INTO a (x) VALUES ('kept')")

    expect(() => migrate(db, { migrations: [first, second, failing], beforeUpgrade: vi.fn() })).toThrow('broken step')

    expect(schemaVersion(db)).toBe(1)
    expect(db.all('SELECT * FROM a')).toEqual([{ x: 'kept' }])
  })

  test('leaves the file as it was when the copy fails', () => {
    migrate(db, { migrations: [first], beforeUpgrade: vi.fn() })
    const beforeUpgrade = (): never => {
      throw new Error('no room')
    }

    expect(() => migrate(db, { migrations: [first, second], beforeUpgrade })).toThrow('no room')
    expect(schemaVersion(db)).toBe(1)
  })

  test('refuses a file that a newer program wrote', () => {
    db.exec('PRAGMA user_version = 99')

    expect(() => migrate(db, { beforeUpgrade: vi.fn() })).toThrow('vault-from-future')
    expect(schemaVersion(db)).toBe(99)
  })
})
