import type { SyncedTable } from '../../kernel/changes/synced-table.ts'

/** Own fields and the words of levels, sources and stages; their columns are those of the migrations. */
export const fieldTables: readonly SyncedTable[] = [
  {
    name: 'custom_field',
    columns: [
      'name',
      'type',
      'choices',
      'required',
      'personal',
      'sensitive',
      'sensitive_reason',
      'in_list',
      'hidden',
      'position',
    ],
    contactIdsOf: () => [],
  },
  {
    name: 'field_option',
    columns: ['list', 'key', 'name', 'hidden', 'position'],
    contactIdsOf: () => [],
    // an own word is known by its row's id
    isInUse: (db, id) => db.get('SELECT 1 FROM contact WHERE ? IN (level, source, stage) LIMIT 1', id) !== undefined,
  },
]
