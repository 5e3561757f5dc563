import type { ReadableDb } from '../../kernel/db/database.ts'
import type { SearchQuery } from '../../kernel/search/query.ts'
import { bestHits, countHits, type HitSet } from '../../kernel/search/search-hits.ts'

export interface SearchPage {
  /** The best hits up to the page are found again for every page. */
  readonly offset: number
  readonly limit: number
  /** Who goes first among the hits of the last rank; nobody when absent. */
  readonly favoured?: HitSet
}

/**
 * How many living customers there are for a query, and the numbers in the index of those on one page, by rank: exact
 * phone end, exact name, beginning of the name, those favoured, the rest, in each the last dealt with first.
 */
export function searchContacts(
  db: ReadableDb,
  query: SearchQuery,
  { offset, limit, favoured }: SearchPage,
): { total: number; docs: readonly number[] } {
  const best = bestHits(db, query, offset + limit, favoured ?? null)
  const total = best.length < offset + limit ? best.length : countHits(db, query)
  return { total, docs: best.slice(offset) }
}
