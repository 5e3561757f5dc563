import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeLocal } from '../../../../electron/kernel/db/write-local.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault()
})
afterEach(() => vault.close())

test('writes a local table', () => {
  writeLocal(vault.db, 'INSERT INTO _draft (staff, key, text, saved_at) VALUES (?, ?, ?, ?)', 'a', 'k', 't', 's')
  writeLocal(vault.db, 'UPDATE _draft SET text = ?', 'u')

  expect(vault.db.all('SELECT text FROM _draft')).toEqual([{ text: 'u' }])
  expect(writeLocal(vault.db, 'DELETE FROM _draft WHERE key = ?', 'k')).toEqual({ changes: 1 })
})

test.each([
  `INSERT INTO staff (id) VALUES ('x')`,
  `UPDATE staff SET name = 'x'`,
  'DELETE FROM change_log',
  'DELETE FROM _undo',
  `UPDATE _meta SET value = 'x'`,
  'DELETE FROM _timeline',
  'DROP TABLE _draft',
  'WITH x AS (SELECT 1) INSERT INTO _draft SELECT 1, 1, 1, 1',
  `INSERT INTO "_draft" VALUES ('x', 'x', 'x', 'x')`,
  'UPDATE main._draft SET key = 1',
  '-- _draft\nDELETE FROM act',
])('refuses anything else: %s', sql => {
  expect(() => writeLocal(vault.db, sql)).toThrow('only local tables')
})

test('runs no second statement when one is appended', () => {
  expect(() => writeLocal(vault.db, 'DELETE FROM _draft; DELETE FROM staff')).toThrow()
  expect(vault.db.get('SELECT count(*) AS n FROM staff')).toEqual({ n: 1 })
})
