import type { ContactSort } from '../../../shared/features/contacts/contact-list-query.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { SearchQuery } from '../../kernel/search/query.ts'
import { allHits, countHits, pageOfHits, rankedHits } from '../../kernel/search/search-hits.ts'

export interface SearchPage {
  /** By name, or else by rank: exact phone end, exact name, beginning of the name, the rest, in each the last dealt with first. */
  readonly sort: ContactSort
  readonly offset: number
  readonly limit: number
}

/** How many living customers there are for a query, and the numbers in the index of those on one page. */
export function searchContacts(
  db: ReadableDb,
  query: SearchQuery,
  { sort, offset, limit }: SearchPage,
): { total: number; docs: readonly number[] } {
  const ranks = rankedHits(query)
  const docs = sort.by === 'name' ? docsByName(db, query, offset, limit) : pageOfHits(db, ranks, offset, limit)
  return { total: countHits(db, ranks), docs }
}

function docsByName(db: ReadableDb, query: SearchQuery, offset: number, limit: number): readonly number[] {
  const hits = allHits(query)
  const rows = db.all<{ doc: number }>(
    `SELECT l.doc FROM (${hits.sql}) AS hit CROSS JOIN _contact_line AS l ON l.doc = hit.doc
     ORDER BY l.name_key, l.doc LIMIT ? OFFSET ?`,
    ...hits.params,
    limit,
    offset,
  )
  return rows.map(row => row.doc)
}
