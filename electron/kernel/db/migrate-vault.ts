import type Database from 'better-sqlite3'
import { type Now, systemNow } from '../clock.ts'
import { wrapDatabase } from './database.ts'
import { copyVaultTo, migrate } from './migrate.ts'
import type { Migration } from './migration.ts'

/**
 * Brings an open vault up to date. One with data in it is copied first, encrypted, to
 * `vault.db.before-<from>-<to>-<ms>` beside it. Throws vault-from-future, disk-full.
 */
export function migrateVault(connection: Database.Database, migrations?: readonly Migration[], now: Now = systemNow): void {
  const db = wrapDatabase(connection)
  migrate(db, {
    ...(migrations === undefined ? {} : { migrations }),
    beforeUpgrade: (from, to) => copyVaultTo(db, `${connection.name}.before-${from}-${to}-${now().getTime()}`),
  })
}
