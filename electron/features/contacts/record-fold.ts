import type { ChangeKind, ChangeValues } from '../../kernel/changes/change.ts'
import { versionsBefore } from '../../kernel/changes/change-log.ts'
import { decodeValues } from '../../kernel/changes/logged-values.ts'
import type { ReadableDb, SqlValue } from '../../kernel/db/database.ts'
import type { RecordChange, RowState } from './field-changes.ts'

/** A row of the log as it stands there. */
export interface LoggedRow {
  readonly ts: Uint8Array
  readonly tbl: string
  readonly row_id: string
  readonly kind: ChangeKind
  readonly vals: string | null
}

/** What the rows of one act, oldest first, did to each record. Acts are asked for in the order in which they were done. */
export type RecordFold = (rows: readonly LoggedRow[]) => readonly RecordChange[]

/**
 * Follows the records of one customer through these rows, oldest first: every row of her history in their span. A
 * record is read off the log at most once, and only what came before; one that begins here is not read at all.
 */
export function createRecordFold(db: ReadableDb, rows: readonly LoggedRow[]): RecordFold {
  const states = new Map<string, RowState>()
  const columns = ownColumns(rows)
  const stateBefore = (row: LoggedRow, values: ChangeValues): RowState => {
    if (row.kind === 'insert') return blank
    const known = isMove(row, values) ? undefined : states.get(keyOf(row))
    return known ?? stateInLog(db, row, row.tbl === 'contact' ? columns : null)
  }
  return act => {
    const changes = new Map<string, RecordChange>()
    for (const row of act) {
      const key = keyOf(row)
      const values = row.vals === null ? {} : decodeValues(row.vals)
      const before = stateBefore(row, values)
      const isLiving = row.kind === 'update' ? before.isLiving : row.kind !== 'delete'
      const after = { isLiving, values: { ...before.values, ...values } }
      states.set(key, after)
      const earlier = changes.get(key)
      changes.set(key, {
        table: row.tbl,
        isNew: row.kind === 'insert' || earlier?.isNew === true,
        before: earlier?.before ?? before,
        after,
        written: { ...earlier?.written, ...values },
      })
    }
    return [...changes.values()]
  }
}

const blank: RowState = { isLiving: false, values: {} }
const ownerColumns = ['contact_id', 'from_id', 'to_id'] as const

/** While a record belonged to somebody else, her history says what was done to it. */
function isMove(row: LoggedRow, values: ChangeValues): boolean {
  return row.kind === 'update' && ownerColumns.some(column => column in values)
}

/** Of a customer's own columns only those are told that were written here. */
function ownColumns(rows: readonly LoggedRow[]): ReadonlySet<string> {
  const own = rows.filter(row => row.tbl === 'contact' && row.vals !== null)
  return new Set(own.flatMap(row => Object.keys(decodeValues(row.vals ?? '{}'))))
}

/** Just before this row, as far as these columns go (then without whether it lived), or else all of it. */
function stateInLog(db: ReadableDb, row: LoggedRow, columns: ReadonlySet<string> | null): RowState {
  const values: Record<string, SqlValue> = {}
  const missing = columns === null ? null : new Set(columns)
  let isLiving: boolean | undefined
  for (const version of versionsBefore(db, row.tbl, row.row_id, row.ts)) {
    for (const [column, value] of Object.entries(version.values ?? {})) {
      if (!(column in values)) values[column] = value
      missing?.delete(column)
    }
    if (version.kind !== 'update') isLiving ??= version.kind !== 'delete'
    if (missing?.size === 0) break
  }
  return { isLiving: isLiving ?? false, values }
}

function keyOf(row: LoggedRow): string {
  return `${row.tbl} ${row.row_id}`
}
