import type { DerivedTable, SyncedTable } from './kernel/changes/synced-table.ts'

/** The only file that knows every slice of the vault worker. */
export const syncedTables: readonly SyncedTable[] = []
export const derivedTables: readonly DerivedTable[] = []
