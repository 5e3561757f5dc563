import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrateVault } from '../../../../electron/kernel/db/migrate-vault.ts'
import { migrations } from '../../../../electron/kernel/db/migrations/migrations.ts'
import { createDatabase, openReader, openWriter } from '../../../../electron/kernel/vault/open-connection.ts'

const key = Buffer.alloc(32, 9)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-vault-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('an encrypted copy of the older file stands beside a vault that was brought up to date', () => {
  const path = join(folder, 'vault.db')
  const older = createDatabase(path, key)
  migrateVault(older, migrations.slice(0, -1))
  older.prepare("INSERT INTO _meta (key, value) VALUES ('needle', 'still here')").run()

  migrateVault(older, migrations, () => new Date(1_700_000_000_000))
  older.close()

  const copy = `vault.db.before-${migrations.length - 1}-${migrations.length}-1700000000000`
  expect(readdirSync(folder)).toContain(copy)
  const reopened = openWriter(path, key)
  expect(reopened.pragma('user_version', { simple: true })).toBe(migrations.length)
  reopened.close()
  const kept = openWriter(join(folder, copy), key)
  expect(kept.pragma('user_version', { simple: true })).toBe(migrations.length - 1)
  expect(kept.prepare('SELECT value FROM _meta').pluck().all()).toContain('still here')
  kept.close()
})

test('nothing is copied when the vault is new or up to date', () => {
  const path = join(folder, 'vault.db')
  const db = createDatabase(path, key)
  migrateVault(db)
  migrateVault(db)
  db.close()

  expect(readdirSync(folder).filter(name => name.includes('before'))).toEqual([])
})

test('a file that a newer program wrote is refused and stays as it is', () => {
  const path = join(folder, 'vault.db')
  const db = createDatabase(path, key)
  migrateVault(db)
  db.pragma(`user_version = ${migrations.length + 1}`)

  expect(() => migrateVault(db)).toThrow('vault-from-future')
  db.close()
  const reader = openReader(path, key)
  expect(reader.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  reader.close()
})
