import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { toVaultError, withVaultErrors } from '../../../../electron/kernel/vault/driver-error.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'

test.each([
  ['SQLITE_NOTADB', 'vault-damaged'],
  ['SQLITE_CORRUPT', 'vault-damaged'],
  ['SQLITE_CORRUPT_VTAB', 'vault-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_CANTOPEN', 'folder-not-writable'],
  ['SQLITE_CANTOPEN_ISDIR', 'folder-not-writable'],
  ['SQLITE_BUSY', 'vault-in-use'],
  ['SQLITE_IOERR_FSYNC', 'vault-stopped'],
])('%s is told as %s', (code, expected) => {
  const error = toVaultError(new Database.SqliteError('text', code))

  expect(error instanceof AppError && error.code).toBe(expected)
})

test('a broken constraint, bad SQL and other errors are bugs and stay what they are', () => {
  const errors = [
    new Database.SqliteError('text', 'SQLITE_CONSTRAINT_NOTNULL'),
    new Database.SqliteError('text', 'SQLITE_ERROR'),
    new Database.SqliteError('text', 'SQLITE_FULLER'),
    new TypeError('The database connection is not open'),
    Object.assign(new Error('text'), { code: 'SQLITE_FULL' }),
    'text',
    undefined,
  ]

  expect(errors.map(toVaultError)).toEqual(errors)
  expect(() =>
    withVaultErrors(() => {
      throw errors[3]
    }),
  ).toThrow(TypeError)
})

test('nothing of the driver\u2019s message is handed on', () => {
  const error = toVaultError(new Database.SqliteError('secret path', 'SQLITE_FULL'))

  expect(JSON.stringify(error) + String(error)).not.toContain('secret')
})
