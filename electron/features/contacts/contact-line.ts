import type { SqlValue, WritableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { lastActivity } from './contact-activity.ts'
import { type AddressItem, type ContactRecord, newestChange } from './contact-records.ts'
import { preferredOf, tagNames } from './contact-values.ts'

/** One living customer as the list shows, sorts and filters it: a row of `_contact_line` without its number. */
export type ContactLine = Readonly<Record<(typeof columns)[number], SqlValue>> & { readonly tags: string; readonly last: number }

const columns = [
  ...(['id', 'kind', 'name', 'alias', 'company', 'phone', 'email', 'place', 'member_no', 'level', 'source', 'stage'] as const),
  ...([
    'assignee',
    'gender',
    'language',
    'preferred_channel',
    'birthday',
    'birth_key',
    'photo',
    'tags',
    'created',
    'last',
  ] as const),
  ...(['name_key', 'company_key', 'alias_key', 'place_key', 'phone_key', 'member_key'] as const),
]

/** `last`: when the customer was last dealt with, in ms. */
export function lineOf(record: ContactRecord, last: number): ContactLine {
  const { contact, phones, emails, addresses, tags } = record
  const place = placeOf(preferredOf(addresses))
  const phone = preferredOf(phones)?.value ?? ''
  const { id, kind, name, alias, company, member_no, level, source, stage, gender, language, preferred_channel } = contact
  return {
    id,
    kind,
    name,
    alias,
    company,
    member_no,
    level,
    source,
    stage,
    gender,
    language,
    preferred_channel,
    phone,
    email: preferredOf(emails)?.value ?? '',
    place,
    assignee: contact.assignee_id,
    birthday: contact.birthday,
    birth_key: birthKey(contact.birthday),
    photo: contact.photo,
    tags: JSON.stringify(tagNames(tags)),
    created: Date.parse(contact.created_at) || last,
    last,
    name_key: nameKey(name, kind === 'organisation' ? 'organisation' : 'person', contact.surname_reading),
    company_key: keyOf(company),
    alias_key: keyOf(alias),
    place_key: keyOf(place),
    phone_key: phoneKey(phone),
    member_key: keyOf(member_no),
  }
}

/** Writes what differs, so that only the indexes are touched that hold it. Answers the line that stood there; null for none. */
export function putLine(db: WritableDb, doc: number, line: ContactLine): ContactLine | null {
  const before = db.get<ContactLine>(readSql, doc)
  if (before === undefined) {
    db.run(insertSql, doc, ...columns.map(column => line[column]))
    return null
  }
  const changed = columns.filter(column => line[column] !== before[column])
  if (changed.length > 0) {
    const sets = changed.map(column => `${column} = ?`).join(', ')
    db.run(`UPDATE _contact_line SET ${sets} WHERE doc = ?`, ...changed.map(column => line[column]), doc)
  }
  return before
}

/** Changes that reach nothing derived but these columns of the line. */
export const lineOnlyParts: ReadonlySet<string> = new Set([
  'contact.level',
  'contact.source',
  'contact.stage',
  'contact.assignee_id',
])

/** Brings the line up to date after such a change; null for a customer without a line. */
export function updateWords(db: WritableDb, id: string): { readonly doc: number; readonly last: number } | null {
  const words = db.get<WordsOfLine>(wordsSql, id)
  if (words === undefined) return null
  const { doc, level, source, stage, assignee_id } = words
  const last = lastActivity(db, id, newestChange(db, id).wall)
  db.run(
    'UPDATE _contact_line SET level = ?, source = ?, stage = ?, assignee = ?, last = ? WHERE doc = ?',
    level,
    source,
    stage,
    assignee_id,
    last,
    doc,
  )
  return { doc, last }
}

type WordsOfLine = Readonly<Record<'level' | 'source' | 'stage' | 'assignee_id', string>> & { readonly doc: number }

const wordsSql = `SELECT d.doc, c.level, c.source, c.stage, c.assignee_id FROM contact AS c
  CROSS JOIN _doc AS d ON d.id = c.id AND d.tbl = 'contact' WHERE c.id = ? AND c.deleted_ts IS NULL`

/** Answers the line that stood there; null for none. */
export function dropLine(db: WritableDb, doc: number): ContactLine | null {
  const before = db.get<ContactLine>(readSql, doc)
  db.run('DELETE FROM _contact_line WHERE doc = ?', doc)
  return before ?? null
}

export function tagsOfLine(line: ContactLine | null): readonly string[] {
  return line === null ? [] : (JSON.parse(line.tags) as string[]) // written by lineOf
}

const readSql = `SELECT ${columns.join(', ')} FROM _contact_line WHERE doc = ?`
const insertSql = `INSERT INTO _contact_line (doc, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`

function keyOf(text: string): string {
  return text === '' ? '' : nameKey(text, 'organisation')
}

/** Digits as they are dialled inside the country; a number without digits as it stands. */
function phoneKey(phone: string): string {
  const digits = phone.replace(/^\s*(?:\+|00)\s*86/, '').replace(/\D/g, '')
  return digits === '' ? phone : digits
}

function placeOf(address: AddressItem | undefined): string {
  return address === undefined ? '' : [address.city, address.district].filter(part => part !== '').join(' ')
}

/** What a filter looks a birthday up by: `s05-01` solar, `l08-15` lunar, `lL02-03` in a lunar leap month; '' for none. */
export function birthKey(birthday: string): string {
  const [, lunar, rest] = /^(lunar:)?(?:\d{4}|--)-(L?\d{2}-\d{2})$/.exec(birthday) ?? []
  return rest === undefined ? '' : (lunar === undefined ? 's' : 'l') + rest
}
