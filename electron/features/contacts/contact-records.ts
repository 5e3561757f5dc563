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
}

/** The stored customer, in the Trash or not; undefined when there never was one. Lists are in their order. */
export function readContactRecord(db: ReadableDb, id: string): ContactRecord | undefined {
  const contact = db.get<ContactFields>(contactSql, id)
  if (contact === undefined) return undefined
  return {
    contact,
    phones: db.all<ValueItem>(phonesSql, id),
    emails: db.all<ValueItem>(emailsSql, id),
    addresses: db.all<AddressItem>(addressesSql, id),
    handles: db.all<HandleItem>(handlesSql, id),
    tags: db.all<TagLink>(tagsSql, id),
    custom: db.all<CustomItem>(customSql, id),
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
  if (newest === undefined) throw new Error('a stored customer has a change')
  return newest
}

/** When a customer was moved to the Trash; null when it is not in it. */
export function trashedAt(db: ReadableDb, id: string): string | null {
  const trashed = db.get<{ wall: number }>(
    'SELECT l.wall FROM _contact_trash AS t JOIN change_log AS l ON l.ts = t.at WHERE t.id = ?',
    id,
  )
  return trashed === undefined ? null : new Date(trashed.wall).toISOString()
}

const contactSql = `SELECT id, kind, name, alias, salutation, gender, company, job_title, birthday, note, created_at, surname_reading,
    member_no, level, source, stage, assignee_id, language, preferred_channel, preference, pinned_note, photo, deleted_ts
  FROM contact WHERE id = ?`
const inOrder = 'WHERE contact_id = ? AND deleted_ts IS NULL ORDER BY position, id'
const phonesSql = `SELECT id, label, value, preferred, position FROM contact_phone ${inOrder}`
const emailsSql = `SELECT id, label, value, preferred, position FROM contact_email ${inOrder}`
const addressesSql = `SELECT id, label, country, region, city, district, detail, postcode, preferred, position
  FROM contact_address ${inOrder}`
const handlesSql = `SELECT id, service, value, preferred, position FROM contact_handle ${inOrder}`
// a tag lives as long as a customer has it, whatever was taken back since
const tagsSql = `SELECT l.id, l.tag_id, t.name FROM contact_tag AS l JOIN tag AS t ON t.id = l.tag_id
  WHERE l.contact_id = ? AND l.deleted_ts IS NULL`
// values of a field that was deleted wait for its return
const customSql = `SELECT v.id, v.field_id, v.value, f.personal, f.hidden FROM custom_value AS v JOIN custom_field AS f ON f.id = v.field_id
  WHERE v.contact_id = ? AND v.deleted_ts IS NULL AND f.deleted_ts IS NULL ORDER BY f.position, f.id`
