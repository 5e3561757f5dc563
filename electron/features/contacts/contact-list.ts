import { type ContactId, type ContactRow, contactKinds } from '../../../shared/features/contacts/contact.ts'
import type { ContactPage, ContactSort } from '../../../shared/features/contacts/contact-contract.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { parseQuery } from '../../kernel/search/query.ts'
import { searchContacts } from './contact-search.ts'
import { oneOf } from './contact-values.ts'

export interface ListRequest {
  readonly search: string
  readonly sort: ContactSort
  readonly offset: number
  readonly limit: number
}

/**
 * Living customers. Without a search all of them in the order asked for; with one its hits, by name or else by rank:
 * exact phone end, exact name, beginning of the name, the rest, in each the last dealt with first.
 */
export function listContacts(db: ReadableDb, { search, sort, offset, limit }: ListRequest): ContactPage {
  const query = parseQuery(search)
  if (query === null) {
    return { total: countContacts(db), offset, rows: db.all<LineRow>(pageSql[sort], limit, offset).map(toRow) }
  }
  const { total, docs } = searchContacts(db, query, { sort, offset, limit })
  return { total, offset, rows: contactLines(db, docs) }
}

/** Lines of the list by their numbers in the index, in the order given. */
export function contactLines(db: ReadableDb, docs: readonly number[]): ContactRow[] {
  return db.all<LineRow>(linesSql, JSON.stringify(docs)).map(toRow)
}

function countContacts(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT n FROM _contact_count')?.n ?? 0
}

interface LineRow {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly company: string
  readonly phone: string
  readonly tags: string
  readonly last: number
}

const columns = 'l.id, l.kind, l.name, l.company, l.phone, l.tags, l.last'

// the inner select walks an index that holds all it needs, so that the rows before the page are never read;
// CROSS JOIN keeps it the outer loop: left to itself the planner walks all lines beside a filter (14 ms at 100,000)
const pageSql: Readonly<Record<ContactSort, string>> = {
  recent: `SELECT ${columns}
    FROM (SELECT doc FROM _contact_line ORDER BY last DESC, name_key, doc LIMIT ? OFFSET ?) AS page
    CROSS JOIN _contact_line AS l ON l.doc = page.doc ORDER BY l.last DESC, l.name_key, l.doc`,
  name: `SELECT ${columns}
    FROM (SELECT doc FROM _contact_line ORDER BY name_key, doc LIMIT ? OFFSET ?) AS page
    CROSS JOIN _contact_line AS l ON l.doc = page.doc ORDER BY l.name_key, l.doc`,
}

const linesSql = `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN _contact_line AS l ON l.doc = wanted.value ORDER BY wanted.key`

function toRow(line: LineRow): ContactRow {
  return {
    id: line.id as ContactId, // an id as stored; the dispatcher parses every answer
    kind: oneOf(contactKinds, line.kind, 'person'),
    name: line.name,
    company: line.company,
    phone: line.phone,
    tags: JSON.parse(line.tags) as string[], // written by the derived table
    lastActivityAt: new Date(line.last).toISOString(),
    trashedAt: null,
  }
}
