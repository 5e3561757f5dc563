import type { DerivedTable } from '../../kernel/changes/synced-table.ts'
import type { WritableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { dropDoc, emptyIndex, indexDoc, mergeIndex } from '../../kernel/search/search-index.ts'
import { type AddressItem, type ContactRecord, newestChange, readContactRecord } from './contact-records.ts'
import { searchDocOf } from './contact-search-doc.ts'
import { preferredOf, tagNames } from './contact-values.ts'

/** Index pages merged after each change set: a person's save adds about one. */
const pagesToMerge = 16
const rebuildBatch = 500

/** The search index, the lines of the list, the Trash, and how many customers have which tag. */
export const contactDerived: DerivedTable = {
  name: '_contact_line',
  refresh: (db, contactIds) => {
    refreshContacts(db, contactIds)
  },
  rebuild: db => {
    emptyIndex(db)
    db.run('DELETE FROM _contact_line')
    db.run('UPDATE _contact_count SET n = 0')
    db.run('DELETE FROM _tag_count')
    db.run('DELETE FROM _contact_trash')
    for (let ids = idsAfter(db, ''); ids.length > 0; ids = idsAfter(db, ids.at(-1) ?? '')) {
      refreshContacts(db, ids)
    }
  },
}

function idsAfter(db: WritableDb, id: string): readonly string[] {
  return db.all<{ id: string }>('SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?', id, rebuildBatch).map(row => row.id)
}

/** By how much a change set moves the figures that are kept: lines of the list, and customers by tag. */
interface Moved {
  lines: number
  readonly tags: Map<string, number>
}

function refreshContacts(db: WritableDb, ids: readonly string[]): void {
  const moved: Moved = { lines: 0, tags: new Map() }
  for (const id of ids) refreshContact(db, id, moved)
  if (moved.lines !== 0) db.run('UPDATE _contact_count SET n = n + ?', moved.lines)
  for (const [name, n] of moved.tags) if (n !== 0) db.run(moveTagCount, name, n)
  mergeIndex(db, pagesToMerge)
}

const moveTagCount = 'INSERT INTO _tag_count (name, n) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n'

function refreshContact(db: WritableDb, id: string, moved: Moved): void {
  const record = readContactRecord(db, id)
  if (record === undefined) return
  if (record.contact.deleted_ts === null) {
    db.run('DELETE FROM _contact_trash WHERE id = ?', id)
    putLine(db, record, moved)
    return
  }
  const doc = dropDoc(db, 'contact', id)
  putInTrash(db, id, record.contact.deleted_ts)
  if (doc === undefined) return
  moveTags(moved, tagsOfLine(db, doc), -1)
  moved.lines -= db.run('DELETE FROM _contact_line WHERE doc = ?', doc).changes
}

function putLine(db: WritableDb, record: ContactRecord, moved: Moved): void {
  const { contact, phones, tags } = record
  const last = newestChange(db, contact.id).wall
  const names = tagNames(tags)
  const place = placeOf(preferredOf(record.addresses))
  const doc = indexDoc(db, searchDocOf(record, names, last))
  const before = tagsOfLine(db, doc)
  if (before === null) moved.lines += 1
  moveTags(moved, before, -1)
  moveTags(moved, names, 1)
  db.run(
    `INSERT OR REPLACE INTO _contact_line (doc, id, kind, name, alias, company, phone, email, place, member_no, level, source,
       stage, assignee, gender, language, preferred_channel, birthday, birth_key, photo, tags, created, last, name_key, company_key,
       alias_key, place_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    doc,
    contact.id,
    contact.kind,
    contact.name,
    contact.alias,
    contact.company,
    preferredOf(phones)?.value ?? '',
    preferredOf(record.emails)?.value ?? '',
    place,
    contact.member_no,
    contact.level,
    contact.source,
    contact.stage,
    contact.assignee_id,
    contact.gender,
    contact.language,
    contact.preferred_channel,
    contact.birthday,
    birthKey(contact.birthday),
    contact.photo,
    JSON.stringify(names),
    Date.parse(contact.created_at) || last,
    last,
    nameKey(contact.name, contact.kind === 'organisation' ? 'organisation' : 'person', contact.surname_reading),
    keyOf(contact.company),
    keyOf(contact.alias),
    keyOf(place),
  )
}

function keyOf(text: string): string {
  return text === '' ? '' : nameKey(text, 'organisation')
}

function placeOf(address: AddressItem | undefined): string {
  return address === undefined ? '' : [address.city, address.district].filter(part => part !== '').join(' ')
}

/** What a filter looks a birthday up by: `s05-01` solar, `l08-15` lunar, `lL02-03` in a lunar leap month; '' for none. */
export function birthKey(birthday: string): string {
  const [, lunar, rest] = /^(lunar:)?(?:\d{4}|--)-(L?\d{2}-\d{2})$/.exec(birthday) ?? []
  return rest === undefined ? '' : (lunar === undefined ? 's' : 'l') + rest
}

/** Names in the line as it stands; null where there is none yet. */
function tagsOfLine(db: WritableDb, doc: number): readonly string[] | null {
  const line = db.get<{ tags: string }>('SELECT tags FROM _contact_line WHERE doc = ?', doc)
  return line === undefined ? null : (JSON.parse(line.tags) as string[]) // written by putLine
}

function moveTags(moved: Moved, names: readonly string[] | null, by: 1 | -1): void {
  for (const name of names ?? []) moved.tags.set(name, (moved.tags.get(name) ?? 0) + by)
}

/** An act that was taken back or never ended leaves nothing in the Trash but what was in it before. */
function putInTrash(db: WritableDb, id: string, at: Uint8Array): void {
  const act = db.get<{ kind: string; name: string }>(
    'SELECT a.kind, a.name FROM change_log AS l JOIN act AS a ON a.id = l.batch_id WHERE l.ts = ?',
    at,
  )
  const isTakenBack = act?.kind === 'undo' && act.name !== 'contact-put-back'
  if (isTakenBack) db.run('DELETE FROM _contact_trash WHERE id = ?', id)
  else db.run('INSERT OR REPLACE INTO _contact_trash (id, at) VALUES (?, ?)', id, at)
}
