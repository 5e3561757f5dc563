import type { SyncedRow, SyncedTable } from '../../kernel/changes/synced-table.ts'

const ownColumns = ['kind', 'name', 'alias', 'salutation', 'gender', 'company', 'job_title', 'birthday', 'note', 'created_at']
const item = ['preferred', 'position'] as const

/** The synced tables of customers; their columns are those of the migrations. */
export const contactTables: readonly SyncedTable[] = [
  {
    name: 'contact',
    columns: ownColumns,
    contactIdOf: row => textOf(row, 'id'),
  },
  { name: 'contact_phone', columns: ['contact_id', 'label', 'value', ...item], contactIdOf: ownerOf },
  { name: 'contact_email', columns: ['contact_id', 'label', 'value', ...item], contactIdOf: ownerOf },
  {
    name: 'contact_address',
    columns: ['contact_id', 'label', 'country', 'region', 'city', 'district', 'detail', 'postcode', ...item],
    contactIdOf: ownerOf,
  },
  { name: 'contact_handle', columns: ['contact_id', 'service', 'value', ...item], contactIdOf: ownerOf },
  {
    name: 'tag',
    columns: ['name'],
    contactIdOf: () => null,
    isInUse: (db, id) => db.get('SELECT 1 FROM contact_tag WHERE tag_id = ? AND deleted_ts IS NULL', id) !== undefined,
  },
  { name: 'contact_tag', columns: ['contact_id', 'tag_id'], contactIdOf: ownerOf },
]

function ownerOf(row: SyncedRow): string | null {
  return textOf(row, 'contact_id')
}

function textOf(row: SyncedRow, column: string): string | null {
  const value = row[column]
  return typeof value === 'string' ? value : null
}
