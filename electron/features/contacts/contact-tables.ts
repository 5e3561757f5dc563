import type { SyncedRow, SyncedTable } from '../../kernel/changes/synced-table.ts'

const ownColumns = [
  'kind',
  'name',
  'alias',
  'salutation',
  'gender',
  'company',
  'job_title',
  'birthday',
  'note',
  'created_at',
  'surname_reading',
  'member_no',
  'level',
  'source',
  'stage',
  'assignee_id',
  'language',
  'preferred_channel',
  'preference',
  'pinned_note',
  'photo',
]
const item = ['preferred', 'position'] as const

/** The synced tables of customers; their columns are those of the migrations. */
export const contactTables: readonly SyncedTable[] = [
  { name: 'contact', columns: ownColumns, contactIdsOf: row => idsOf(row, 'id') },
  { name: 'contact_phone', columns: ['contact_id', 'label', 'value', ...item], contactIdsOf: ownerOf },
  { name: 'contact_email', columns: ['contact_id', 'label', 'value', ...item], contactIdsOf: ownerOf },
  {
    name: 'contact_address',
    columns: ['contact_id', 'label', 'country', 'region', 'city', 'district', 'detail', 'postcode', ...item],
    contactIdsOf: ownerOf,
  },
  { name: 'contact_handle', columns: ['contact_id', 'service', 'value', ...item], contactIdsOf: ownerOf },
  {
    name: 'tag',
    columns: ['name'],
    contactIdsOf: () => [],
    isInUse: (db, id) => db.get('SELECT 1 FROM contact_tag WHERE tag_id = ? AND deleted_ts IS NULL', id) !== undefined,
  },
  { name: 'contact_tag', columns: ['contact_id', 'tag_id'], contactIdsOf: ownerOf },
  { name: 'contact_link', columns: ['from_id', 'to_id', 'kind', 'note'], contactIdsOf: row => idsOf(row, 'from_id', 'to_id') },
  { name: 'custom_value', columns: ['contact_id', 'field_id', 'value'], contactIdsOf: ownerOf },
]

function ownerOf(row: SyncedRow): readonly string[] {
  return idsOf(row, 'contact_id')
}

function idsOf(row: SyncedRow, ...columns: readonly string[]): readonly string[] {
  return columns.flatMap(column => {
    const value = row[column]
    return typeof value === 'string' ? [value] : []
  })
}
