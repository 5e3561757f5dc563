import type { SyncedRow, SyncedTable } from '../../electron/kernel/changes/synced-table.ts'

const item = ['preferred', 'position']

/** The synced tables of customers as versions 2 and 3 of the file had them. */
export const tablesOfVersion2: readonly SyncedTable[] = [
  {
    name: 'contact',
    columns: ['kind', 'name', 'alias', 'salutation', 'gender', 'company', 'job_title', 'birthday', 'note', 'created_at'],
    contactIdsOf: row => textOf(row, 'id'),
  },
  { name: 'contact_phone', columns: ['contact_id', 'label', 'value', ...item], contactIdsOf: ownerOf },
  { name: 'contact_email', columns: ['contact_id', 'label', 'value', ...item], contactIdsOf: ownerOf },
  {
    name: 'contact_address',
    columns: ['contact_id', 'label', 'country', 'region', 'city', 'district', 'detail', 'postcode', ...item],
    contactIdsOf: ownerOf,
  },
  { name: 'contact_handle', columns: ['contact_id', 'service', 'value', ...item], contactIdsOf: ownerOf },
  { name: 'tag', columns: ['name'], contactIdsOf: () => [] },
  { name: 'contact_tag', columns: ['contact_id', 'tag_id'], contactIdsOf: ownerOf },
]

/** All columns of a customer of that time; those not named are as the form left them. */
export function contactOfVersion2(fields: Readonly<Record<string, string>>): Record<string, string> {
  const columns = tablesOfVersion2[0]?.columns ?? []
  const empty = Object.fromEntries(columns.map(column => [column, '']))
  return { ...empty, kind: 'person', gender: 'not-stated', created_at: '2026-11-20T08:00:00.000Z', ...fields }
}

function ownerOf(row: SyncedRow): readonly string[] {
  return textOf(row, 'contact_id')
}

function textOf(row: SyncedRow, column: string): readonly string[] {
  const value = row[column]
  return typeof value === 'string' ? [value] : []
}
