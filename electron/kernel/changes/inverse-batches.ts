import type { LeftRecord } from '../../../shared/features/acts/act.ts'
import type { ReadableDb } from '../db/database.ts'
import type { Batch } from '../jobs/job-runner.ts'
import type { Change } from './change.ts'
import { countActRows } from './change-log.ts'
import type { Stamp } from './hybrid-clock.ts'
import { ActInverse, type LoggedRow } from './inverse.ts'
import type { TableShape } from './table-shape.ts'

export const inverseBatchSize = 100

export type InverseBatch = Batch & { readonly left: readonly LeftRecord[] }

/**
 * The inverse of an act, newest change first. Each batch is worked out when it is asked for and must be written
 * before the next one is; a customer is never split between two. Shared records that others may still use come last.
 */
export function* inverseBatchesOf(
  db: ReadableDb,
  shapes: ReadonlyMap<string, TableShape>,
  actId: string,
): Generator<InverseBatch, void> {
  const total = countActRows(db, actId)
  const inverse = new ActInverse(db, shapes, actId)
  const deferred: Change[] = []
  let done = 0
  for (const group of groupRows(db, inverse, actId)) {
    done += group.rows
    const now: Change[] = []
    for (const change of group.changes) {
      const mayBeInUse = change.kind === 'delete' && shapes.get(change.table)?.table.isInUse !== undefined
      ;(mayBeInUse ? deferred : now).push(change)
    }
    yield { changes: now, left: group.left, done, total, records: done }
  }
  while (deferred.length > 0) {
    const part = deferred.splice(0, inverseBatchSize)
    const changes = part.filter(change => shapes.get(change.table)?.table.isInUse?.(db, change.id) !== true)
    yield { changes, left: [], done, total, records: done }
  }
}

interface Group {
  readonly changes: Change[]
  readonly left: LeftRecord[]
  rows: number
}

function* groupRows(db: ReadableDb, inverse: ActInverse, actId: string): Generator<Group, void> {
  let group: Group = { changes: [], left: [], rows: 0 }
  let lastCustomer: string | null = null
  let pending: LoggedRow[] = []
  let before: Stamp | null = null
  inverse.startBatch()
  for (;;) {
    if (pending.length === 0) pending = rowsBefore(db, actId, before)
    const row = pending.shift()
    if (row === undefined) break
    let result = inverse.ofRow(row)
    const isFull = group.rows >= inverseBatchSize && (result.customer === null || result.customer !== lastCustomer)
    if (isFull) {
      yield group
      group = { changes: [], left: [], rows: 0 }
      inverse.startBatch()
      // the world may have moved on while the batch was written
      result = inverse.ofRow(row)
    }
    before = row.ts
    lastCustomer = result.customer
    group.rows += 1
    if (result.outcome === 'changes') group.changes.push(...result.changes)
    if (result.outcome === 'left' && result.left !== null) group.left.push(result.left)
  }
  if (group.rows > 0) yield group
}

function rowsBefore(db: ReadableDb, actId: string, before: Stamp | null): LoggedRow[] {
  const columns = 'SELECT ts, tbl, row_id FROM change_log WHERE batch_id = ?'
  if (before === null) return db.all<LoggedRow>(`${columns} ORDER BY ts DESC LIMIT +?`, actId, inverseBatchSize)
  return db.all<LoggedRow>(`${columns} AND ts < ? ORDER BY ts DESC LIMIT +?`, actId, before, inverseBatchSize)
}
