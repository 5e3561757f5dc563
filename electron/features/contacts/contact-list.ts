import { parseBirthdayText } from '../../../shared/features/contacts/birthday-text.ts'
import { type ContactId, type ContactRow, contactKinds } from '../../../shared/features/contacts/contact.ts'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'
import type { ContactQuery } from '../../../shared/features/contacts/contact-list-query.ts'
import type { ShownCustomValue } from '../../../shared/features/fields/custom-value.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { findInList } from './contact-found.ts'
import type { ListContext } from './contact-list-order.ts'
import { oneOf } from './contact-values.ts'

export interface ListRequest extends ContactQuery {
  readonly offset: number
  readonly limit: number
  readonly customFields: readonly string[]
}

/** One page of the living customers that a search and a filter find, in the order asked for. */
export function listContacts(context: ListContext, request: ListRequest): ContactPage {
  const { offset, limit, customFields } = request
  const found = findInList(context, request)
  const rows = contactLines(context.db, found.page(offset, limit), customFields)
  return { total: found.total, offset, rows }
}

/** At which place of the list a customer stands; null when the query does not find her. */
export function indexInList(context: ListContext, query: ContactQuery, id: string): number | null {
  const doc = context.db.get<{ doc: number }>("SELECT doc FROM _doc WHERE id = ? AND tbl = 'contact'", id)?.doc
  return doc === undefined ? null : findInList(context, query).indexOf(doc)
}

/** Lines of the list by their numbers in the index, in the order given, with the values of the own fields asked for. */
export function contactLines(db: ReadableDb, docs: readonly number[], customFields: readonly string[] = []): ContactRow[] {
  const lines = db.all<LineRow>(linesSql, JSON.stringify(docs))
  if (customFields.length === 0 || lines.length === 0) return lines.map(line => toRow(line, []))
  const ids = JSON.stringify(lines.map(line => line.id))
  const values = Map.groupBy(db.all<CustomRow>(customSql, ids, JSON.stringify(customFields)), value => value.contact_id)
  return lines.map(line => toRow(line, (values.get(line.id) ?? []).map(toCustom)))
}

interface CustomRow {
  readonly contact_id: string
  readonly field_id: string
  readonly value: string
  readonly personal: number
}

const customSql = `SELECT v.contact_id, v.field_id, v.value, f.personal
  FROM json_each(?) AS shown CROSS JOIN json_each(?) AS wanted
  CROSS JOIN custom_value AS v ON v.contact_id = shown.value AND v.field_id = wanted.value AND v.deleted_ts IS NULL
  CROSS JOIN custom_field AS f ON f.id = v.field_id AND f.deleted_ts IS NULL
  ORDER BY shown.key, wanted.key`

function toCustom({ field_id: fieldId, value, personal }: CustomRow): ShownCustomValue {
  return { fieldId, value, isPersonal: personal === 1 }
}

interface LineRow {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly alias: string
  readonly company: string
  readonly phone: string
  readonly email: string
  readonly place: string
  readonly member_no: string
  readonly level: string
  readonly source: string
  readonly stage: string
  readonly assignee: string | null
  readonly birthday: string
  readonly photo: string
  readonly tags: string
  readonly created: number
  readonly last: number
}

const columns = `l.id, l.kind, l.name, l.alias, l.company, l.phone, l.email, l.place, l.member_no, l.level, l.source, l.stage,
  (SELECT s.name FROM staff AS s WHERE s.id = l.assignee) AS assignee, l.birthday, l.photo, l.tags, l.created, l.last`

const linesSql = `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN _contact_line AS l ON l.doc = wanted.value ORDER BY wanted.key`

function toRow(line: LineRow, custom: ShownCustomValue[]): ContactRow {
  return {
    id: line.id as ContactId, // an id as stored; the dispatcher parses every answer
    kind: oneOf(contactKinds, line.kind, 'person'),
    name: line.name,
    alias: line.alias,
    company: line.company,
    phone: line.phone,
    email: line.email,
    place: line.place,
    memberNo: line.member_no,
    level: line.level,
    source: line.source,
    stage: line.stage,
    assigneeName: line.assignee ?? '',
    birthday: parseBirthdayText(line.birthday),
    photo: line.photo,
    tags: JSON.parse(line.tags) as string[], // written by the derived table
    custom,
    createdAt: new Date(line.created).toISOString(),
    lastActivityAt: new Date(line.last).toISOString(),
    trashedAt: null,
  }
}
