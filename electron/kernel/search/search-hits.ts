import type { ReadableDb, SqlValue } from '../db/database.ts'
import { anyMatch, matchExpressions, type SearchQuery } from './query.ts'

/** A select of column `doc` and its parameters, for use as a subquery. */
export interface HitSet {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

/** Records that go first among the hits of the last rank: a select of column `doc`. */
export type Favoured = HitSet | null

/** The hits of a query in ranks, best first, no record in two: exact phone end, exact name, names that begin so, the rest. */
export function rankedHits(query: SearchQuery): readonly HitSet[] {
  const { tail, exactName, namePrefix, rest } = matchExpressions(query)
  const head = [tail, exactName, namePrefix].filter(match => match !== null)
  return [...head.map(matching), restOf(rest, query.contains)]
}

/** All hits of a query, as one set. */
export function allHits(query: SearchQuery): HitSet {
  const any = anyMatch(query)
  if (any !== null && query.contains.length === 0) return matching(any)
  const ranks = rankedHits(query)
  return { sql: ranks.map(rank => rank.sql).join(' UNION ALL '), params: ranks.flatMap(rank => rank.params) }
}

export function countHits(db: ReadableDb, query: SearchQuery): number {
  return countOf(db, allHits(query))
}

/**
 * Numbers of the records from `offset` on: rank by rank, in each the last dealt with first. `total` is told where the
 * page itself tells it, and null where hits may follow.
 */
export function pageOfHits(
  db: ReadableDb,
  query: SearchQuery,
  { offset, limit, favoured }: { readonly offset: number; readonly limit: number; readonly favoured: Favoured },
): { docs: readonly number[]; total: number | null } {
  const ranks = rankedHits(query)
  const docs: number[] = []
  let skip = offset
  for (const [index, rank] of ranks.entries()) {
    if (docs.length === limit) break
    const isRest = index === ranks.length - 1
    const page = rankPage(db, rank, { limit: limit - docs.length, offset: skip, favoured: isRest ? favoured : null })
    for (const doc of page) docs.push(doc)
    if (skip > 0) skip = page.length > 0 ? 0 : skip - countOf(db, rank)
  }
  const isEnd = docs.length < limit && (docs.length > 0 || offset === 0)
  return { docs, total: isEnd ? offset + docs.length : null }
}

function rankPage(
  db: ReadableDb,
  rank: HitSet,
  page: { readonly limit: number; readonly offset: number; readonly favoured: Favoured },
): readonly number[] {
  const { limit, offset, favoured } = page
  const first = favoured === null ? '' : `hit.doc IN (${favoured.sql}) DESC, `
  return db.column<number>(
    `SELECT r.doc FROM (${rank.sql}) AS hit CROSS JOIN _rank AS r ON r.doc = hit.doc
     ORDER BY ${first}r.last DESC, r.doc DESC LIMIT ? OFFSET ?`,
    ...rank.params,
    ...(favoured?.params ?? []),
    limit,
    offset,
  )
}

function matching(match: string): HitSet {
  return { sql: 'SELECT rowid AS doc FROM _search WHERE _search MATCH ?', params: [match] }
}

function restOf(match: string | null, contains: readonly string[]): HitSet {
  const containsAll = contains.map(() => 'instr(t.text, ?) > 0').join(' AND ')
  if (match === null) return { sql: `SELECT t.doc FROM _doc_text AS t WHERE ${containsAll}`, params: contains }
  if (contains.length === 0) return matching(match)
  const sql = `SELECT t.doc FROM _search AS s CROSS JOIN _doc_text AS t ON t.doc = s.rowid
    WHERE s._search MATCH ? AND ${containsAll}`
  return { sql, params: [match, ...contains] }
}

function countOf(db: ReadableDb, hits: HitSet): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM (${hits.sql})`, ...hits.params)?.n ?? 0
}
