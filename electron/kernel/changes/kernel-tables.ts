import type { SyncedTable } from './synced-table.ts'

export const deviceTable: SyncedTable = {
  name: 'device',
  columns: ['node', 'name', 'created_at'],
  contactIdsOf: () => [],
}

export const staffTable: SyncedTable = {
  name: 'staff',
  columns: ['name', 'role', 'created_at'],
  contactIdsOf: () => [],
}

/** Synced tables of the kernel itself; every spine knows them. */
export const kernelTables: readonly SyncedTable[] = [deviceTable, staffTable]
