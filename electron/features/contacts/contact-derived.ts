import type { DerivedTable } from '../../kernel/changes/synced-table.ts'
import type { WritableDb } from '../../kernel/db/database.ts'
import { dropDoc, emptyIndex, indexDoc, mergeIndex, rankDoc } from '../../kernel/search/search-index.ts'
import { lastActivity } from './contact-activity.ts'
import { dropLine, lineOf, lineOnlyParts, putLine, tagsOfLine, updateWords } from './contact-line.ts'
import { type ContactRecord, readContactRecord } from './contact-records.ts'
import { searchDocOf } from './contact-search-doc.ts'

/** Index pages merged after each change set: a person's save adds about one. */
const pagesToMerge = 16
const rebuildBatch = 500

/** The search index, the lines of the list, the Trash, and how many customers have which tag. */
export const contactDerived: DerivedTable = {
  name: '_contact_line',
  refresh: (db, contactIds, changed) => {
    if ([...changed].every(part => lineOnlyParts.has(part))) for (const id of contactIds) refreshLineOnly(db, id)
    else refreshContacts(db, contactIds)
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
  return db.all<{ id: string }>('SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT +?', id, rebuildBatch).map(row => row.id)
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
    refreshLine(db, record, moved)
    return
  }
  const doc = dropDoc(db, 'contact', id)
  putInTrash(db, id, record.contact.deleted_ts)
  if (doc === undefined) return
  const line = dropLine(db, doc)
  moveTags(moved, tagsOfLine(line), -1)
  if (line !== null) moved.lines -= 1
}

/** Of a change that cannot be searched for: the index stays as it is but for the order of its hits. */
function refreshLineOnly(db: WritableDb, id: string): void {
  const line = updateWords(db, id)
  if (line !== null) rankDoc(db, line.doc, line.last)
}

function refreshLine(db: WritableDb, record: ContactRecord, moved: Moved): void {
  const line = lineOf(record, lastActivity(db, record.contact.id, record.newest.wall))
  const before = putLine(db, indexDoc(db, searchDocOf(record, tagsOfLine(line), line.last)), line)
  if (before === null) moved.lines += 1
  if (before?.tags === line.tags) return
  moveTags(moved, tagsOfLine(before), -1)
  moveTags(moved, tagsOfLine(line), 1)
}

function moveTags(moved: Moved, names: readonly string[], by: 1 | -1): void {
  for (const name of names) moved.tags.set(name, (moved.tags.get(name) ?? 0) + by)
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
