import type { ReadableDb } from '../../kernel/db/database.ts'
import type { SearchQuery } from '../../kernel/search/query.ts'
import { countHits, type Favoured, pageOfHits } from '../../kernel/search/search-hits.ts'

export interface SearchPage {
  readonly offset: number
  readonly limit: number
  /** Who goes first among the hits of the last rank; nobody when absent. */
  readonly favoured?: Favoured
}

/**
 * How many living customers there are for a query, and the numbers in the index of those on one page, by rank: exact
 * phone end, exact name, beginning of the name, those favoured, the rest, in each the last dealt with first.
 */
export function searchContacts(
  db: ReadableDb,
  query: SearchQuery,
  { offset, limit, favoured = null }: SearchPage,
): { total: number; docs: readonly number[] } {
  const { docs, total } = pageOfHits(db, query, { offset, limit, favoured })
  return { docs, total: total ?? countHits(db, query) }
}
