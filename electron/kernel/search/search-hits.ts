import type { ReadableDb } from '../db/database.ts'
import { matchExpressions, type SearchQuery } from './query.ts'

/** A select of column `doc` and its parameters, for use as a subquery. */
export interface HitSet {
  readonly sql: string
  readonly params: readonly string[]
}

/** The hits of a query in ranks, best first, no record in two: exact phone end, exact name, names that begin so, the rest. */
export function rankedHits(query: SearchQuery): readonly HitSet[] {
  const { tail, exactName, namePrefix, rest } = matchExpressions(query)
  const head = [tail, exactName, namePrefix].filter(match => match !== null)
  return [...head.map(match => ({ sql: matched, params: [match] })), restOf(rest, query.contains)]
}

/** All hits of a query, as one set. */
export function allHits(query: SearchQuery): HitSet {
  const ranks = rankedHits(query)
  return { sql: ranks.map(rank => rank.sql).join(' UNION ALL '), params: ranks.flatMap(rank => rank.params) }
}

export function countHits(db: ReadableDb, ranks: readonly HitSet[]): number {
  return ranks.reduce((sum, rank) => sum + countRank(db, rank), 0)
}

/** Numbers of the records from `offset` on: rank by rank, in each the last dealt with first. */
export function pageOfHits(db: ReadableDb, ranks: readonly HitSet[], offset: number, limit: number): readonly number[] {
  const docs: number[] = []
  let skip = offset
  for (const rank of ranks) {
    if (docs.length === limit) break
    const page = db.all<{ doc: number }>(
      `SELECT r.doc FROM (${rank.sql}) AS hit CROSS JOIN _rank AS r ON r.doc = hit.doc
       ORDER BY r.last DESC, r.doc DESC LIMIT ? OFFSET ?`,
      ...rank.params,
      limit - docs.length,
      skip,
    )
    for (const { doc } of page) docs.push(doc)
    if (skip > 0) skip = page.length > 0 ? 0 : skip - countRank(db, rank)
  }
  return docs
}

const matched = 'SELECT rowid AS doc FROM _search WHERE _search MATCH ?'
const containsAll = 'NOT EXISTS (SELECT 1 FROM json_each(?) AS part WHERE instr(t.text, part.value) = 0)'
const matchedAndContained = `SELECT t.doc FROM _search AS s CROSS JOIN _doc_text AS t ON t.doc = s.rowid
  WHERE s._search MATCH ? AND ${containsAll}`
const contained = `SELECT t.doc FROM _doc_text AS t WHERE ${containsAll}`

function restOf(match: string | null, contains: readonly string[]): HitSet {
  if (match === null) return { sql: contained, params: [JSON.stringify(contains)] }
  if (contains.length === 0) return { sql: matched, params: [match] }
  return { sql: matchedAndContained, params: [match, JSON.stringify(contains)] }
}

function countRank(db: ReadableDb, rank: HitSet): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM (${rank.sql})`, ...rank.params)?.n ?? 0
}
