import type Database from 'better-sqlite3'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { withVaultErrors } from './driver-error.ts'

/** Notes in the database which vault it is. A local table: never logged, never travels. */
export function writeIdentity(connection: Database.Database, vaultId: string): void {
  withVaultErrors(() => {
    connection.exec('CREATE TABLE _vault_identity (vault_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID')
    connection.prepare('INSERT INTO _vault_identity (vault_id) VALUES (?)').run(vaultId)
  })
}

/** Throws vault-damaged when the database is not the keyring's. */
export function assertIdentity(connection: Database.Database, vaultId: string): void {
  withVaultErrors(() => {
    const isThere = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_vault_identity'").get()
    const found = isThere === undefined ? [] : connection.prepare('SELECT vault_id FROM _vault_identity').pluck().all()
    if (found.length !== 1 || found[0] !== vaultId) throw new AppError('vault-damaged')
  })
}

/** The newest time stamp of the change log in hex; '' while there is none. */
export function readLogHead(connection: Database.Database): string {
  return withVaultErrors(() => {
    const isThere = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'change_log'").get()
    if (isThere === undefined) return ''
    const head: unknown = connection.prepare('SELECT max(ts) FROM change_log').pluck().get()
    return Buffer.isBuffer(head) ? head.toString('hex') : ''
  })
}
