import type { SyncedTable } from './synced-table.ts'

export const deviceTable: SyncedTable = {
  name: 'device',
  columns: ['node', 'name', 'created_at'],
  contactIdOf: () => null,
}

export const staffTable: SyncedTable = {
  name: 'staff',
  columns: ['name', 'role', 'created_at'],
  contactIdOf: () => null,
}

/** Synced tables of the kernel itself; every spine knows them. */
export const kernelTables: readonly SyncedTable[] = [deviceTable, staffTable]
