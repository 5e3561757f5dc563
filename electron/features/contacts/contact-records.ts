import type { ReadableDb } from '../../kernel/db/database.ts'

/** A customer and what belongs to it, as the file holds them. */
export interface ContactRecord {
  readonly contact: ContactFields
  readonly phones: readonly ValueItem[]
  readonly emails: readonly ValueItem[]
  readonly addresses: readonly AddressItem[]
  readonly handles: readonly HandleItem[]
  readonly tags: readonly TagLink[]
  readonly custom: readonly CustomItem[]
  readonly newest: NewestChange
  /** Name of the one responsible; '' for nobody. */
  readonly assigneeName: string
}

export interface ContactFields {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly alias: string
  readonly salutation: string
  readonly gender: string
  readonly company: string
  readonly job_title: string
  readonly birthday: string
  readonly note: string
  readonly created_at: string
  readonly surname_reading: string
  readonly member_no: string
  readonly level: string
  readonly source: string
  readonly stage: string
  readonly assignee_id: string
  readonly language: string
  readonly preferred_channel: string
  readonly preference: string
  readonly pinned_note: string
  readonly photo: string
  readonly deleted_ts: Uint8Array | null
}

interface Item {
  readonly id: string
  readonly preferred: number
  readonly position: number
}
export type ValueItem = Item & { readonly label: string; readonly value: string }
export type HandleItem = Item & { readonly service: string; readonly value: string }
export type AddressItem = Item &
  Readonly<Record<'label' | 'country' | 'region' | 'city' | 'district' | 'detail' | 'postcode', string>>
export interface TagLink {
  readonly id: string
  readonly tag_id: string
  readonly name: string
}

export interface CustomItem {
  readonly id: string
  readonly field_id: string
  readonly value: string
  /** The field is marked personal. */
  readonly personal: number
  /** The field is put away. */
  readonly hidden: number
  /** Of the field among the others. */
  readonly position: number
}

/** The stored customer, in the Trash or not; undefined when there never was one. Lists are in their order. */
export function readContactRecord(db: ReadableDb, id: string): ContactRecord | undefined {
  const row = db.get<RecordRow>(recordSql, id)
  if (row === undefined) return undefined
  const { phones, emails, addresses, handles, tags, custom, newest_ts, newest_wall, assignee_name, ...contact } = row
  return {
    contact,
    phones: inOrder(listOf<ValueItem>(phones), item => item.id),
    emails: inOrder(listOf<ValueItem>(emails), item => item.id),
    addresses: inOrder(listOf<AddressItem>(addresses), item => item.id),
    handles: inOrder(listOf<HandleItem>(handles), item => item.id),
    tags: listOf<TagLink>(tags),
    custom: inOrder(listOf<CustomItem>(custom), item => item.field_id),
    newest: logged(newest_ts, newest_wall),
    assigneeName: assignee_name ?? '',
  }
}

export interface NewestChange {
  readonly ts: Uint8Array
  /** What the computer's clock said, in ms. */
  readonly wall: number
}

/** The newest change of the customer or of what belongs to it. */
export function newestChange(db: ReadableDb, id: string): NewestChange {
  const newest = db.get<NewestChange>(
    `SELECT l.ts, l.wall FROM _timeline AS t JOIN change_log AS l ON l.ts = t.at
     WHERE t.customer = ? AND t.kind = 'change' ORDER BY t.at DESC LIMIT 1`,
    id,
  )
  return logged(newest?.ts, newest?.wall)
}

/** When a customer was moved to the Trash; null when it is not in it. */
export function trashedAt(db: ReadableDb, id: string): string | null {
  const trashed = db.get<{ wall: number }>(
    'SELECT l.wall FROM _contact_trash AS t JOIN change_log AS l ON l.ts = t.at WHERE t.id = ?',
    id,
  )
  return trashed === undefined ? null : new Date(trashed.wall).toISOString()
}

/** One row for all of it: a statement for each list takes twice the time. */
interface RecordRow extends ContactFields {
  /** Each list as a JSON array, in no order. */
  readonly phones: string
  readonly emails: string
  readonly addresses: string
  readonly handles: string
  readonly tags: string
  readonly custom: string
  readonly newest_ts: Uint8Array | null
  readonly newest_wall: number | null
  readonly assignee_name: string | null
}

const owned = 'contact_id = c.id AND deleted_ts IS NULL'
const valueParts = "'id', id, 'label', label, 'value', value, 'preferred', preferred, 'position', position"
// a tag lives as long as a customer has it, whatever was taken back since; values of a field that was deleted wait for its return
const recordSql = `SELECT c.id, c.kind, c.name, c.alias, c.salutation, c.gender, c.company, c.job_title, c.birthday, c.note,
    c.created_at, c.surname_reading, c.member_no, c.level, c.source, c.stage, c.assignee_id, c.language, c.preferred_channel,
    c.preference, c.pinned_note, c.photo, c.deleted_ts,
    (SELECT json_group_array(json_object(${valueParts})) FROM contact_phone WHERE ${owned}) AS phones,
    (SELECT json_group_array(json_object(${valueParts})) FROM contact_email WHERE ${owned}) AS emails,
    (SELECT json_group_array(json_object('id', id, 'label', label, 'country', country, 'region', region, 'city', city,
      'district', district, 'detail', detail, 'postcode', postcode, 'preferred', preferred, 'position', position))
      FROM contact_address WHERE ${owned}) AS addresses,
    (SELECT json_group_array(json_object('id', id, 'service', service, 'value', value, 'preferred', preferred, 'position', position))
      FROM contact_handle WHERE ${owned}) AS handles,
    (SELECT json_group_array(json_object('id', l.id, 'tag_id', l.tag_id, 'name', t.name))
      FROM contact_tag AS l JOIN tag AS t ON t.id = l.tag_id WHERE l.contact_id = c.id AND l.deleted_ts IS NULL) AS tags,
    (SELECT json_group_array(json_object('id', v.id, 'field_id', v.field_id, 'value', v.value, 'personal', f.personal,
      'hidden', f.hidden, 'position', f.position))
      FROM custom_value AS v JOIN custom_field AS f ON f.id = v.field_id
      WHERE v.contact_id = c.id AND v.deleted_ts IS NULL AND f.deleted_ts IS NULL) AS custom,
    n.ts AS newest_ts, n.wall AS newest_wall, s.name AS assignee_name
  FROM contact AS c
  LEFT JOIN change_log AS n ON n.ts =
    (SELECT t.at FROM _timeline AS t WHERE t.customer = c.id AND t.kind = 'change' ORDER BY t.at DESC LIMIT 1)
  LEFT JOIN staff AS s ON s.id = c.assignee_id
  WHERE c.id = ?`

function listOf<T>(json: string): T[] {
  return JSON.parse(json) as T[] // made by recordSql of the columns that T names
}

function inOrder<T extends { readonly position: number }>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items
  return items.toSorted((a, b) => a.position - b.position || (idOf(a) < idOf(b) ? -1 : 1))
}

function logged(ts: Uint8Array | null | undefined, wall: number | null | undefined): NewestChange {
  if (ts === null || ts === undefined || wall === null || wall === undefined) throw new Error('a stored customer has a change')
  return { ts, wall }
}
