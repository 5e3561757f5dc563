import type { DerivedTable } from '../../kernel/changes/synced-table.ts'
import type { WritableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { dropDoc, emptyIndex, indexDoc, mergeIndex, type SearchDoc } from '../../kernel/search/search-index.ts'
import { type AddressItem, type ContactRecord, newestChange, readContactRecord } from './contact-records.ts'
import { preferredOf, tagNames } from './contact-values.ts'

/** Index pages merged after each change set: a person's save adds about one. */
const pagesToMerge = 16
const rebuildBatch = 500

/** The search index, the lines of the list and the Trash. */
export const contactDerived: DerivedTable = {
  name: '_contact_line',
  refresh: (db, contactIds) => {
    for (const id of contactIds) refreshContact(db, id)
    mergeIndex(db, pagesToMerge)
  },
  rebuild: db => {
    emptyIndex(db)
    db.run('DELETE FROM _contact_line')
    db.run('DELETE FROM _contact_trash')
    for (let ids = idsAfter(db, ''); ids.length > 0; ids = idsAfter(db, ids.at(-1) ?? '')) {
      for (const id of ids) refreshContact(db, id)
      mergeIndex(db, pagesToMerge)
    }
  },
}

function idsAfter(db: WritableDb, id: string): readonly string[] {
  return db.all<{ id: string }>('SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?', id, rebuildBatch).map(row => row.id)
}

function refreshContact(db: WritableDb, id: string): void {
  const record = readContactRecord(db, id)
  if (record === undefined) return
  if (record.contact.deleted_ts === null) {
    db.run('DELETE FROM _contact_trash WHERE id = ?', id)
    putLine(db, record)
    return
  }
  const doc = dropDoc(db, 'contact', id)
  if (doc !== undefined) db.run('DELETE FROM _contact_line WHERE doc = ?', doc)
  putInTrash(db, id, record.contact.deleted_ts)
}

function putLine(db: WritableDb, record: ContactRecord): void {
  const { contact, phones, tags } = record
  const last = newestChange(db, contact.id).wall
  const names = tagNames(tags)
  const doc = indexDoc(db, searchDocOf(record, names, last))
  db.run(
    `INSERT INTO _contact_line (doc, id, kind, name, company, phone, tags, last, name_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (doc) DO UPDATE SET kind = excluded.kind, name = excluded.name, company = excluded.company,
       phone = excluded.phone, tags = excluded.tags, last = excluded.last, name_key = excluded.name_key`,
    doc,
    contact.id,
    contact.kind,
    contact.name,
    contact.company,
    preferredOf(phones)?.value ?? '',
    JSON.stringify(names),
    last,
    nameKey(contact.name, contact.kind === 'organisation' ? 'organisation' : 'person'),
  )
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

function searchDocOf(
  { contact, phones, emails, addresses, handles }: ContactRecord,
  tags: readonly string[],
  last: number,
): SearchDoc {
  return {
    table: 'contact',
    id: contact.id,
    names: [contact.name, contact.alias].filter(name => name !== ''),
    phones: phones.map(phone => phone.value),
    texts: [
      contact.company,
      ...emails.map(email => email.value),
      ...handles.map(handle => handle.value),
      ...tags,
      ...addresses.map(addressText),
      contact.note,
    ].filter(text => text !== ''),
    last,
  }
}

/** In one line, the parts in the order of the form. */
export function addressText(
  address: Pick<AddressItem, 'country' | 'region' | 'city' | 'district' | 'detail' | 'postcode'>,
): string {
  const { country, region, city, district, detail, postcode } = address
  return [country, region, city, district, detail, postcode].filter(part => part !== '').join(' ')
}
