import type { ReadableDb } from '../../kernel/db/database.ts'

/** Numbers in the index of those of these customers that live, in no order, each as often as named. */
export function docsOf(db: ReadableDb, ids: readonly string[]): readonly number[] {
  return db.column<number>(docsSql, JSON.stringify(ids))
}

/** The same by id. */
export function docsById(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(db.all<{ id: string; doc: number }>(pairsSql, JSON.stringify(ids)).map(({ id, doc }) => [id, doc]))
}

// in the order of the ids, so that neighbours in the index are read one after the other
const sorted =
  "(SELECT DISTINCT value AS id FROM json_each(?) ORDER BY value) AS wanted CROSS JOIN _doc AS d ON d.id = wanted.id AND d.tbl = 'contact'"
const docsSql = `SELECT d.doc FROM ${sorted}`
const pairsSql = `SELECT d.id, d.doc FROM ${sorted}`
