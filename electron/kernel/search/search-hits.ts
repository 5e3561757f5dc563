import type { ReadableDb, SqlValue } from '../db/database.ts'
import { anyOf, matchExpressions, type SearchQuery } from './query.ts'

/** A select of column `doc` and its parameters, for use as a subquery. */
export interface HitSet {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

/**
 * Numbers of the best hits of a query, at most `count`: exact phone end, exact name, names that begin so, `favoured`,
 * the rest, in each the last dealt with first. Fewer than asked for are all there are.
 */
export function bestHits(db: ReadableDb, query: SearchQuery, count: number, favoured: HitSet | null): readonly number[] {
  const { tail, exactName, namePrefix, rest } = matchExpressions(query)
  const head = [tail, exactName, namePrefix].filter(match => match !== null)
  const found = new Set<number>()
  for (const match of head) {
    if (found.size >= count) break
    // a rank may hold those of the ranks before it too: they keep their places
    for (const doc of ordered(db, matching(match), count, null)) found.add(doc)
  }
  if (found.size < count) {
    for (const doc of ordered(db, restOf(rest, query.contains), count, favoured)) found.add(doc)
  }
  return [...found].slice(0, count)
}

/** How many hits a query has. */
export function countHits(db: ReadableDb, query: SearchQuery): number {
  const { tail, exactName, namePrefix, rest } = matchExpressions(query)
  if (query.contains.length === 0 && rest !== null)
    return countOf(db, matching(anyOf([tail, namePrefix ?? exactName, rest]) ?? rest))
  const named = namePrefix === null ? [] : [matching(namePrefix)]
  const hits = [...named, restOf(rest, query.contains)]
  return countOf(db, { sql: hits.map(one => one.sql).join(' UNION '), params: hits.flatMap(one => one.params) })
}

function ordered(db: ReadableDb, hits: HitSet, count: number, favoured: HitSet | null): readonly number[] {
  const first = favoured === null ? '' : `hit.doc IN (${favoured.sql}) DESC, `
  return db.column<number>(
    `SELECT r.doc FROM (${hits.sql}) AS hit CROSS JOIN _rank AS r ON r.doc = hit.doc
     ORDER BY ${first}r.last DESC, r.doc DESC LIMIT +?`,
    ...hits.params,
    ...(favoured?.params ?? []),
    count,
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
