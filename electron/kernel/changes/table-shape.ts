import { Id } from '../../../shared/kernel/id.ts'
import type { SqlValue, WritableDb } from '../db/database.ts'
import type { ChangeValues } from './change.ts'
import type { SyncedRow, SyncedTable } from './synced-table.ts'

interface ColumnShape {
  readonly type: string
  readonly nullable: boolean
  /** What a row has that was written before the column was there. */
  readonly initial: SqlValue
}

/** A synced table with what the file says of its columns, and its SQL, made once. */
export interface TableShape {
  readonly table: SyncedTable
  readonly columns: ReadonlyMap<string, ColumnShape>
  /** Rows of it are customers. */
  readonly holdsCustomers: boolean
  readonly insertSql: string
  readonly selectSql: string
  readonly deleteSql: string
  readonly restoreSql: string
  readonly updateSql: (columns: readonly string[]) => string
}

export type StoredRow = SyncedRow & { readonly id: string; readonly deleted_ts: Uint8Array | null }

const ownColumns = ['id', 'deleted_ts', 'deleted_by']

/** Reads the table's columns from the file; throws (a bug) where they differ from what the program declares. */
export function readTableShape(db: WritableDb, table: SyncedTable): TableShape {
  const found = db.all<{ name: string; type: string; notnull: number; dflt_value: string | null }>(
    'SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)',
    table.name,
  )
  const declared = new Set([...table.columns, ...ownColumns])
  const isSame = found.length === declared.size && found.every(column => declared.has(column.name))
  if (!isSame) throw new Error(`table ${table.name} differs from its declaration`)
  const columns = new Map<string, ColumnShape>()
  for (const column of found) {
    if (ownColumns.includes(column.name)) continue
    columns.set(column.name, { type: column.type, nullable: column.notnull === 0, initial: readDefault(column.dflt_value) })
  }
  return { table, columns, holdsCustomers: holdsCustomers(table), ...sqlOf(table) }
}

/**
 * OR FAIL, since they write one row each and every constraint is looked at before it is written: with ABORT, and the
 * guard triggers there, SQLite would keep a copy of each page for each statement, a quarter of an import's time.
 */
function sqlOf(table: SyncedTable): Pick<TableShape, 'insertSql' | 'selectSql' | 'deleteSql' | 'restoreSql' | 'updateSql'> {
  const { name, columns } = table
  const updates = new Map<string, string>()
  return {
    insertSql: `INSERT OR FAIL INTO ${name} (${['id', ...columns].join(', ')}) VALUES (${['?', ...columns.map(() => '?')].join(', ')})`,
    selectSql: `SELECT ${['id', ...columns, 'deleted_ts'].join(', ')} FROM ${name} WHERE id = ?`,
    deleteSql: `UPDATE OR FAIL ${name} SET deleted_ts = ?, deleted_by = ? WHERE id = ?`,
    restoreSql: `UPDATE OR FAIL ${name} SET deleted_ts = NULL, deleted_by = NULL WHERE id = ?`,
    updateSql: changed => {
      const key = changed.join()
      const known = updates.get(key)
      if (known !== undefined) return known
      const sql = `UPDATE OR FAIL ${name} SET ${changed.map(column => `${column} = ?`).join(', ')} WHERE id = ?`
      updates.set(key, sql)
      return sql
    },
  }
}

function holdsCustomers(table: SyncedTable): boolean {
  const probe: Record<string, SqlValue> = { id: 'probe' }
  for (const column of table.columns) probe[column] = null
  return table.contactIdsOf(probe).includes('probe')
}

/** Defaults of synced columns are literals: a number, a text in quotes, NULL. */
function readDefault(literal: string | null): SqlValue {
  if (literal === null || literal.toUpperCase() === 'NULL') return null
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'")
  const number = Number(literal)
  if (Number.isNaN(number)) throw new Error('a synced column has a default that is no literal')
  return number
}

/** Throws (a bug) when the id is no UUID text. */
export function assertRecordId(id: string): void {
  if (!Id.safeParse(id).success) throw new Error('a record id must be a UUID')
}

/** The values as they will be stored; throws (a bug) for an unknown column, a wrong type or a null that may not be. */
export function checkValues(shape: TableShape, values: ChangeValues): Record<string, SqlValue> {
  const checked: Record<string, SqlValue> = {}
  for (const column of Object.keys(values)) {
    const columnShape = shape.columns.get(column)
    if (columnShape === undefined) throw new Error(`table ${shape.table.name} has no column ${column}`)
    checked[column] = checkValue(`${shape.table.name}.${column}`, columnShape, values[column])
  }
  return checked
}

/** Every column of an insert, in the table's order. */
export function insertParams(shape: TableShape, id: string, values: ChangeValues): SqlValue[] {
  const params: SqlValue[] = [id]
  for (const column of shape.table.columns) {
    const value = values[column]
    if (value === undefined) throw new Error(`an insert into ${shape.table.name} lacks ${column}`)
    params.push(value)
  }
  return params
}

function checkValue(column: string, shape: ColumnShape, value: SqlValue | undefined): SqlValue {
  if (value === undefined) throw new Error(`no value for ${column}`)
  if (value === null) {
    if (shape.nullable) return null
    throw new Error(`${column} may not be null`)
  }
  // what the driver would turn into U+FFFD must read the same in row and log
  if (typeof value === 'string' && shape.type === 'TEXT') return value.isWellFormed() ? value : value.toWellFormed()
  if (typeof value === 'number' && isFit(shape.type, value)) return value === 0 ? 0 : value
  if (typeof value === 'bigint' && shape.type === 'INTEGER') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : BigInt.asIntN(64, value)
  }
  if (value instanceof Uint8Array && shape.type === 'BLOB') return value
  throw new Error(`${column} is ${shape.type} and was given a ${typeof value}`)
}

function isFit(type: string, value: number): boolean {
  return type === 'REAL' ? !Number.isNaN(value) : type === 'INTEGER' && Number.isSafeInteger(value)
}
