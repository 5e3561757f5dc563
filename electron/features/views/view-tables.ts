import type { SyncedTable } from '../../kernel/changes/synced-table.ts'

/** Saved views; the columns are those of the migrations. */
export const viewTables: readonly SyncedTable[] = [
  { name: 'saved_view', columns: ['owner_id', 'name', 'shared', 'pinned', 'definition'], contactIdsOf: () => [] },
]
