import type { SqlValue, WritableDb } from '../db/database.ts'
import { lifeCell, setCellClocks } from './cell-clocks.ts'
import type { ChangeKind } from './change.ts'
import type { RunUnguarded } from './guard-triggers.ts'
import type { Stamp } from './hybrid-clock.ts'
import { decodeValues } from './logged-values.ts'
import { insertParams, type StoredRow, type TableShape } from './table-shape.ts'
import { addToTimeline } from './timeline.ts'

interface ReplayParts {
  readonly db: WritableDb
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly runUnguarded: RunUnguarded
}

interface LogRow {
  readonly ts: Stamp
  readonly tbl: string
  readonly row_id: string
  readonly kind: ChangeKind
  readonly vals: string | null
  readonly user_id: string
  readonly batch_id: string
}

const pageSize = 1_000

/**
 * Makes rows, cell clocks and timeline from the log alone, into tables that are empty: the proof that the log holds
 * everything, and the way to a second computer's copy. Erased values become the columns' defaults.
 */
export function replayLog(parts: ReplayParts): void {
  let after: Stamp = Buffer.alloc(0)
  for (;;) {
    const page = parts.db.all<LogRow>(
      'SELECT ts, tbl, row_id, kind, vals, user_id, batch_id FROM change_log WHERE ts > ? ORDER BY ts LIMIT +?',
      after,
      pageSize,
    )
    const newest = page.at(-1)
    if (newest === undefined) return
    parts.runUnguarded(() => page.forEach(row => replayRow(parts, row)))
    after = newest.ts
  }
}

function replayRow({ db, shapes }: ReplayParts, row: LogRow): void {
  const shape = shapes.get(row.tbl)
  if (shape === undefined) throw new Error(`no synced table ${row.tbl}`)
  const values = row.vals === null ? {} : decodeValues(row.vals)
  const before = row.kind === 'insert' ? undefined : db.get<StoredRow>(shape.selectSql, row.row_id)
  writeRow(db, shape, row, values)
  const after = db.get<StoredRow>(shape.selectSql, row.row_id)
  if (row.kind !== 'insert') {
    const cells = row.kind === 'update' ? Object.keys(values) : [lifeCell]
    setCellClocks(db, row.tbl, row.row_id, cells, row.ts)
  }
  const states = [before, after].filter(state => state !== undefined)
  addToTimeline(db, shape.table, states, { ts: row.ts, actId: row.batch_id })
}

function writeRow(db: WritableDb, shape: TableShape, row: LogRow, values: Readonly<Record<string, SqlValue>>): void {
  switch (row.kind) {
    case 'insert': {
      const initial = Object.fromEntries([...shape.columns].map(([column, { initial: value }]) => [column, value]))
      db.run(shape.insertSql, ...insertParams(shape, row.row_id, { ...initial, ...values }))
      return
    }
    case 'update':
      if (Object.keys(values).length > 0) db.run(shape.updateSql(Object.keys(values)), ...Object.values(values), row.row_id)
      return
    case 'delete':
      db.run(shape.deleteSql, row.ts, row.user_id, row.row_id)
      return
    case 'restore':
      db.run(shape.restoreSql, row.row_id)
  }
}
