import type { WritableDb } from '../db/database.ts'
import { type Base, insertStamp } from './change-log.ts'
import type { Stamp } from './hybrid-clock.ts'

/** The cell that delete and restore write. */
export const lifeCell = 'deleted_ts'

/** The versions that a change of these columns replaces. A column never changed since its insert has the insert's. */
export function replacedVersions(db: WritableDb, table: string, id: string, columns: readonly string[]): Base {
  const known = new Map<string, Stamp>()
  const rows = db.all<{ col: string; ts: Stamp }>('SELECT col, ts FROM _cell_clock WHERE tbl = ? AND row_id = ?', table, id)
  for (const row of rows) known.set(row.col, row.ts)
  const base: Record<string, Stamp> = {}
  let inserted: Stamp | undefined
  for (const column of columns) {
    const stamp = known.get(column)
    if (stamp === undefined) inserted ??= insertStamp(db, table, id)
    const version = stamp ?? inserted
    if (version !== undefined) base[column] = version
  }
  return base
}

export function setCellClocks(db: WritableDb, table: string, id: string, columns: readonly string[], ts: Stamp): void {
  for (const column of columns) {
    db.run(
      'INSERT INTO _cell_clock (tbl, row_id, col, ts) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET ts = excluded.ts',
      table,
      id,
      column,
      ts,
    )
  }
}
