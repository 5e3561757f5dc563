import { AppError, type AppErrorCode } from '../../../shared/kernel/app-error.ts'

/**
 * Driver errors that a person can do something about become AppErrors; everything else is handed back as it was.
 * The slot's tag has proved the password before a vault is opened, so "not a database" means damage (security.md 2).
 */
export function toVaultError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'SqliteError' || !('code' in error)) return error
  const code = String(error.code)
  const known = Object.entries(driverErrors).find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  return known === undefined ? error : new AppError(known[1])
}

/** Runs driver calls, turning the errors of `toVaultError`. */
export function withVaultErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toVaultError(error)
  }
}

const driverErrors: Readonly<Record<string, AppErrorCode>> = {
  SQLITE_NOTADB: 'vault-damaged',
  SQLITE_CORRUPT: 'vault-damaged',
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'folder-not-writable',
  SQLITE_PERM: 'folder-not-writable',
  SQLITE_BUSY: 'vault-in-use',
  SQLITE_IOERR: 'vault-stopped',
}
