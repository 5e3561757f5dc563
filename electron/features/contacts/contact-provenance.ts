import { z } from 'zod'
import type { ActKind, ActName } from '../../../shared/features/acts/act.ts'
import type { FieldSource } from '../../../shared/features/contacts/contact-contract.ts'
import type { ChangeKind, ChangeValues } from '../../kernel/changes/change.ts'
import { decodeValues } from '../../kernel/changes/logged-values.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { ownFields, unchosen } from './contact-columns.ts'
import { itemLists, itemTables, storedItems } from './contact-items.ts'
import type { ContactRecord } from './contact-records.ts'
import { getContactRecord } from './contact-repository.ts'

/** Who wrote what stands in each field, when, by which act and from which file: read off the log. Throws not-found. */
export function contactProvenance(db: ReadableDb, id: string): FieldSource[] {
  const record = getContactRecord(db, id)
  return [...ownSources(db, record), ...itemSources(db, record), ...tagSources(db, record), ...customSources(db, record)]
}

function ownSources(db: ReadableDb, { contact }: ContactRecord): FieldSource[] {
  const versions = versionsOf(db, 'contact', contact.id)
  const stored: Readonly<Record<string, unknown>> = { ...contact }
  return Object.entries(ownFields).flatMap(([column, field]) => {
    const isSaid = stored[column] !== '' && stored[column] !== unchosen[column]
    return isSaid ? sourceOf(field, versions, version => column in version.values) : []
  })
}

/** By the newest change of what an item says; its place in the list and its label say nothing of that. */
function itemSources(db: ReadableDb, record: ContactRecord): FieldSource[] {
  const besides = new Set(['contact_id', 'label', 'preferred', 'position'])
  return itemLists.flatMap(list =>
    storedItems(record, list).flatMap(({ id }) => {
      const versions = versionsOf(db, itemTables[list], id)
      return sourceOf(`${list}.${id}`, versions, version => Object.keys(version.values).some(column => !besides.has(column)))
    }),
  )
}

function tagSources(db: ReadableDb, { tags }: ContactRecord): FieldSource[] {
  return tags.flatMap(({ id, name }) =>
    sourceOf(`tags.${name}`, versionsOf(db, 'contact_tag', id), ({ kind }) => kind === 'insert' || kind === 'restore'),
  )
}

function customSources(db: ReadableDb, { custom }: ContactRecord): FieldSource[] {
  return custom.flatMap(({ id, field_id }) =>
    sourceOf(`custom:${field_id}`, versionsOf(db, 'custom_value', id), version => 'value' in version.values),
  )
}

interface Version {
  readonly kind: ChangeKind
  readonly values: ChangeValues
  readonly row: LoggedVersion
}

interface LoggedVersion {
  readonly kind: ChangeKind
  readonly vals: string | null
  readonly wall: number
  readonly source: string | null
  readonly act_id: string
  readonly act_kind: ActKind
  readonly act_name: ActName
  readonly subject: string
  readonly count: number
  readonly started: string
  readonly undoes: string | null
  readonly staff: string | null
}

/** Newest first. */
const versionsSql = `SELECT l.kind, l.vals, l.wall, l.source,
    a.id AS act_id, a.kind AS act_kind, a.name AS act_name, a.subject, a.count, a.started, a.undoes, s.name AS staff
  FROM change_log AS l JOIN act AS a ON a.id = l.batch_id LEFT JOIN staff AS s ON s.id = l.user_id
  WHERE l.tbl = ? AND l.row_id = ? ORDER BY l.ts DESC`

function versionsOf(db: ReadableDb, table: string, id: string): readonly Version[] {
  return db.all<LoggedVersion>(versionsSql, table, id).map(row => {
    return { kind: row.kind, values: row.vals === null ? {} : decodeValues(row.vals), row }
  })
}

const Source = z.object({ file: z.string(), row: z.int() })

/** None where the log was blanked. */
function sourceOf(field: string, versions: readonly Version[], isWriting: (version: Version) => boolean): FieldSource[] {
  const row = versions.find(isWriting)?.row
  if (row === undefined) return []
  return [
    {
      field,
      at: new Date(row.wall).toISOString(),
      staffName: row.staff ?? '',
      act: {
        id: row.act_id,
        kind: row.act_kind,
        name: row.act_name,
        subject: row.subject,
        count: row.count,
        at: row.started,
        undoes: row.undoes,
      },
      from: row.source === null ? null : Source.parse(JSON.parse(row.source)),
    },
  ]
}
