import type { ContactId, ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { CommandContext, QueryContext } from '../../kernel/ipc/handlers.ts'
import type { HitSet } from '../../kernel/search/search-hits.ts'
import { contactLines } from './contact-list.ts'
import { assertContact } from './contact-repository.ts'

const keptPerPerson = 200
const favouredMs = 30 * 24 * 60 * 60 * 1000

/** Writes down that this person opened the customer's page now. Throws not-found. */
export function noteOpened({ db, actor, now, writeLocal }: CommandContext, id: ContactId): { id: ContactId } {
  assertContact(db, id)
  writeLocal('INSERT OR REPLACE INTO _opened (staff, contact, at) VALUES (?, ?, ?)', actor.staffId, id, now().getTime())
  writeLocal(
    `DELETE FROM _opened WHERE staff = ? AND contact NOT IN
       (SELECT contact FROM _opened WHERE staff = ? ORDER BY at DESC LIMIT ${keptPerPerson})`,
    actor.staffId,
    actor.staffId,
  )
  return { id }
}

/** Living customers whose page this person opened last, newest first; then those last dealt with. */
export function recentContacts({ db, actor }: Pick<QueryContext, 'db' | 'actor'>, limit: number): ContactRow[] {
  const opened = db.column<number>(openedSql, actor.staffId, limit)
  const more = opened.length === limit ? [] : lastDealtWith(db, limit)
  return contactLines(db, [...new Set([...opened, ...more])].slice(0, limit))
}

/** Numbers in the index of the customers whose page this person opened in the last 30 days. */
export function openedLately({ actor, now }: Pick<QueryContext, 'actor' | 'now'>): HitSet {
  return {
    sql: `SELECT d.doc FROM _opened AS o CROSS JOIN _doc AS d ON d.id = o.contact AND d.tbl = 'contact'
      WHERE o.staff = ? AND o.at > ?`,
    params: [actor.staffId, now().getTime() - favouredMs],
  }
}

const openedSql = `SELECT d.doc FROM _opened AS o CROSS JOIN _doc AS d ON d.id = o.contact AND d.tbl = 'contact'
  WHERE o.staff = ? ORDER BY o.at DESC LIMIT +?`

function lastDealtWith(db: ReadableDb, limit: number): readonly number[] {
  return db.column<number>('SELECT doc FROM _contact_line ORDER BY last DESC, name_key, doc LIMIT +?', limit)
}
