import { AppError } from '../../../shared/kernel/app-error.ts'
import type { WritableDb } from './database.ts'
import type { Migration } from './migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'

export interface MigrateOptions {
  /** Called before a file that holds data is changed, outside any transaction: makes the automatic copy. */
  readonly beforeUpgrade: (from: number, to: number) => void
  readonly migrations?: readonly Migration[]
}

/**
 * Brings the file to this program's version: all pending steps in one transaction, or none.
 * Throws AppError vault-from-future for a file that a newer program wrote; that file stays as it is.
 */
export function migrate(db: WritableDb, options: MigrateOptions): { readonly from: number; readonly to: number } {
  const migrations = options.migrations ?? allMigrations
  const from = schemaVersion(db)
  const to = migrations.length
  if (from > to) throw new AppError('vault-from-future')
  if (from === to) return { from, to }
  if (from > 0) options.beforeUpgrade(from, to)
  db.transaction(() => {
    for (const migration of migrations.slice(from)) migration.up(db)
    db.exec(`PRAGMA user_version = ${to}`)
  })
  return { from, to }
}

/** The file's `user_version`; 0 when it is new. */
export function schemaVersion(db: WritableDb): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}

/** A consistent copy with the same key, in a file that must not exist yet. Not inside a transaction. */
export function copyVaultTo(db: WritableDb, path: string): void {
  db.run('VACUUM INTO ?', path)
}
