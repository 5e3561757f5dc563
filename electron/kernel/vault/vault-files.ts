import { join } from 'node:path'

/** Every file of a vault, by absolute or relative path as the folder was given. */
export interface VaultPaths {
  readonly folder: string
  readonly database: string
  /** The database while a vault is being created; renamed to `database` as the last step. */
  readonly newDatabase: string
  readonly keyring: string
  /** Second copy of the keyring; the version before while a save is under way. */
  readonly keyringCopy: string
  /** Held with BEGIN EXCLUSIVE while the vault is open. Never opened through `fs`. */
  readonly lock: string
  /** Who holds the lock. */
  readonly owner: string
  readonly attempts: string
  readonly anchor: string
  readonly ballast: string
}

/** Names of the files in a vault's folder. */
export function vaultPaths(folder: string): VaultPaths {
  return {
    folder,
    database: join(folder, 'vault.db'),
    newDatabase: join(folder, 'vault.db.new'),
    keyring: join(folder, 'vault.keys'),
    keyringCopy: join(folder, 'vault.keys.prev'),
    lock: join(folder, 'vault.lock'),
    owner: join(folder, 'vault.owner'),
    attempts: join(folder, 'vault.attempts'),
    anchor: join(folder, 'vault.anchor'),
    ballast: join(folder, 'vault.ballast'),
  }
}

/** A database and what SQLite may keep beside it. */
export function databaseFiles(database: string): readonly string[] {
  return [database, `${database}-wal`, `${database}-shm`, `${database}-journal`]
}
