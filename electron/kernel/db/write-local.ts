import type { SqlParams, WritableDb } from './database.ts'

const writes = /^\s*(?:INSERT(?: OR (?:REPLACE|IGNORE))? INTO|UPDATE|DELETE FROM) (_[a-z0-9_]+)\b/
/** Kept by the kernel alone: undo, clocks and history stand on them. */
const kernelTables: ReadonlySet<string> = new Set(['_meta', '_cell_clock', '_undo', '_timeline', '_write_gate'])

/**
 * Writes one row set of a local table (`_` prefix): drafts, import reports, caches. Throws (a bug) for any other table,
 * so that a business record can only be written through the change log.
 */
export function writeLocal(db: WritableDb, sql: string, ...params: SqlParams): { readonly changes: number } {
  const table = writes.exec(sql)?.[1]
  if (table === undefined || kernelTables.has(table)) throw new Error('only local tables are written this way')
  return db.run(sql, ...params)
}
