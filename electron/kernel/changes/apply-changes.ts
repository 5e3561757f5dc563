import { AppError } from '../../../shared/kernel/app-error.ts'
import type { SqlValue, WritableDb } from '../db/database.ts'
import { lifeCell, replacedVersions, setCellClocks } from './cell-clocks.ts'
import type { Change, ChangeKind, ChangeValues } from './change.ts'
import { appendToLog, type Base } from './change-log.ts'
import type { HybridClock, Stamp } from './hybrid-clock.ts'
import { sameValue } from './logged-values.ts'
import type { SyncedRow } from './synced-table.ts'
import { assertRecordId, checkValues, insertParams, type StoredRow, type TableShape } from './table-shape.ts'
import { addToTimeline } from './timeline.ts'

export interface ChangeWriter {
  readonly db: WritableDb
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly clock: HybridClock
  readonly schemaVersion: number
}

export interface ChangeSetContext {
  readonly actId: string
  readonly staffId: string
  readonly wall: number
}

/** What a change set wrote: by it derived tables, counts and screens follow. */
export interface Written {
  readonly tables: Set<string>
  readonly contactIds: Set<string>
  /** As derived tables are told (synced-table.ts). */
  readonly parts: Set<string>
  rows: number
}

/**
 * The only code that writes synced tables: rows, log, cell clocks and timeline of one change set, in the order given.
 * Throws AppError conflict for an id that is there already or a restore of what lives, not-found for a record that
 * is missing or deleted; anything malformed is a bug. Writes nothing where nothing differs.
 */
export function applyChanges(writer: ChangeWriter, context: ChangeSetContext, changes: readonly Change[]): Written {
  const written: Written = { tables: new Set(), contactIds: new Set(), parts: new Set(), rows: 0 }
  for (const change of changes) {
    const shape = writer.shapes.get(change.table)
    if (shape === undefined) throw new Error(`no synced table ${change.table}`)
    new ChangeStep(writer, context, written, shape, change).run()
  }
  return written
}

class ChangeStep {
  readonly #writer: ChangeWriter
  readonly #context: ChangeSetContext
  readonly #written: Written
  readonly #shape: TableShape
  readonly #change: Change

  constructor(writer: ChangeWriter, context: ChangeSetContext, written: Written, shape: TableShape, change: Change) {
    this.#writer = writer
    this.#context = context
    this.#written = written
    this.#shape = shape
    this.#change = change
  }

  run(): void {
    const { kind, values } = this.#change
    if ((kind === 'delete' || kind === 'restore') && Object.keys(values).length > 0) throw new Error(`a ${kind} has no values`)
    switch (kind) {
      case 'insert':
        return this.#insert()
      case 'update':
        return this.#update()
      case 'delete':
        return this.#delete()
      case 'restore':
        return this.#restore(this.#find())
    }
  }

  #insert(): void {
    const { id } = this.#change
    assertRecordId(id)
    const values = checkValues(this.#shape, this.#change.values)
    const params = insertParams(this.#shape, id, values)
    if (this.#change.ifAbsent === true) {
      const there = this.#find()
      if (there !== undefined) return there.deleted_ts === null ? undefined : this.#restore(there)
    }
    try {
      this.#writer.db.run(this.#shape.insertSql, ...params)
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('conflict')
      throw error
    }
    this.#log('insert', values, null, [{ id, ...values }])
  }

  #update(): void {
    const { db } = this.#writer
    const { id } = this.#change
    const before = this.#findLiving()
    const values: Record<string, SqlValue> = {}
    for (const [column, value] of Object.entries(checkValues(this.#shape, this.#change.values))) {
      if (!sameValue(value, before[column] ?? null)) values[column] = value
    }
    const columns = Object.keys(values)
    if (columns.length === 0) return
    const base = replacedVersions(db, this.#change.table, id, columns)
    db.run(this.#shape.updateSql(columns), ...Object.values(values), id)
    const ts = this.#log('update', values, base, [before, { ...before, ...values }])
    setCellClocks(db, this.#change.table, id, columns, ts)
  }

  #delete(): void {
    const row = this.#findLiving()
    this.#changeLife('delete', row, ts => [this.#shape.deleteSql, ts, this.#context.staffId, row.id])
  }

  #restore(row: StoredRow | undefined): void {
    if (row === undefined) throw new AppError('not-found')
    if (row.deleted_ts === null) throw new AppError('conflict')
    this.#changeLife('restore', row, () => [this.#shape.restoreSql, row.id])
  }

  #changeLife(kind: ChangeKind, row: StoredRow, statement: (ts: Stamp) => [sql: string, ...params: SqlValue[]]): void {
    const { db } = this.#writer
    const base = replacedVersions(db, this.#change.table, row.id, [lifeCell])
    const ts = this.#log(kind, {}, base, [row])
    db.run(...statement(ts))
    setCellClocks(db, this.#change.table, row.id, [lifeCell], ts)
  }

  #find(): StoredRow | undefined {
    return this.#writer.db.get<StoredRow>(this.#shape.selectSql, this.#change.id)
  }

  #findLiving(): StoredRow {
    const row = this.#find()
    if (row === undefined || row.deleted_ts !== null) throw new AppError('not-found')
    return row
  }

  #log(kind: ChangeKind, values: ChangeValues, base: Base | null, rows: readonly SyncedRow[]): Stamp {
    const { db, clock, schemaVersion } = this.#writer
    const { table, id, source } = this.#change
    const { actId, staffId, wall } = this.#context
    const ts = clock.tick(wall)
    appendToLog(db, { ts, table, id, kind, values, base, userId: staffId, actId, schemaVersion, wall, source })
    this.#written.tables.add(table)
    if (kind === 'update') for (const column of Object.keys(values)) this.#written.parts.add(`${table}.${column}`)
    else this.#written.parts.add(table)
    this.#written.rows += 1
    const customers = addToTimeline(db, this.#shape.table, rows, { ts, actId })
    for (const customer of customers) this.#written.contactIds.add(customer)
    return ts
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
