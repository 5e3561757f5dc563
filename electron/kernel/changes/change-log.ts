import type { ReadableDb, WritableDb } from '../db/database.ts'
import type { ChangeKind, ChangeSource, ChangeValues } from './change.ts'
import { type Stamp, stampFromHex, stampHex } from './hybrid-clock.ts'
import { decodeValues, encodeValues } from './logged-values.ts'

/** Per changed column, the stamp of the version that was replaced. */
export type Base = Readonly<Record<string, Stamp>>

export interface LogEntry {
  readonly ts: Stamp
  readonly table: string
  readonly id: string
  readonly kind: ChangeKind
  readonly values: ChangeValues
  readonly base: Base | null
  readonly userId: string
  readonly actId: string
  readonly schemaVersion: number
  readonly wall: number
  readonly source: ChangeSource | undefined
}

/** One earlier change of a record. `values` is null where they were erased. */
export interface RecordVersion {
  readonly ts: Stamp
  readonly kind: ChangeKind
  readonly values: ChangeValues | null
  readonly actId: string
}

const insertEntry = `INSERT OR FAIL INTO change_log
  (ts, tbl, row_id, kind, vals, base, user_id, batch_id, schema_version, wall, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export function appendToLog(db: WritableDb, entry: LogEntry): void {
  db.run(
    insertEntry,
    entry.ts,
    entry.table,
    entry.id,
    entry.kind,
    encodeValues(entry.values),
    entry.base === null ? null : encodeBase(entry.base),
    entry.userId,
    entry.actId,
    entry.schemaVersion,
    entry.wall,
    entry.source === undefined ? null : JSON.stringify({ file: entry.source.file, row: entry.source.row }),
  )
}

/** The log's greatest stamp; null while it is empty. */
export function lastStamp(db: ReadableDb): Stamp | null {
  return db.get<{ ts: Stamp }>('SELECT ts FROM change_log ORDER BY ts DESC LIMIT 1')?.ts ?? null
}

/** Everything that ever happened to a record, oldest first. */
export function recordHistory(db: ReadableDb, table: string, id: string): readonly RecordVersion[] {
  return db
    .all<VersionRow>('SELECT ts, kind, vals, batch_id FROM change_log WHERE tbl = ? AND row_id = ? ORDER BY ts', table, id)
    .map(toVersion)
}

/** What happened to a record before a stamp, newest first; read only as far as it is asked for. */
export function* versionsBefore(db: ReadableDb, table: string, id: string, before: Stamp): Generator<RecordVersion> {
  for (const row of db.iterate<VersionRow>(versionsBeforeSql, table, id, before)) yield toVersion(row)
}

const versionsBeforeSql = `SELECT ts, kind, vals, batch_id FROM change_log
  WHERE tbl = ? AND row_id = ? AND ts < ? ORDER BY ts DESC`

interface VersionRow {
  readonly ts: Stamp
  readonly kind: ChangeKind
  readonly vals: string | null
  readonly batch_id: string
}

function toVersion(row: VersionRow): RecordVersion {
  return {
    ts: row.ts,
    kind: row.kind,
    values: row.vals === null ? null : decodeValues(row.vals),
    actId: row.batch_id,
  }
}

/** The stamp of a record's first version: what a column has that was never changed since. */
export function insertStamp(db: ReadableDb, table: string, id: string): Stamp {
  const first = db.get<{ ts: Stamp | null }>('SELECT min(ts) AS ts FROM change_log WHERE tbl = ? AND row_id = ?', table, id)?.ts
  if (first === undefined || first === null) throw new Error(`a record of ${table} is not in the log`)
  return first
}

/** Log rows of an act. */
export function countActRows(db: ReadableDb, actId: string): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM change_log WHERE batch_id = ?', actId)?.n ?? 0
}

/** Whether an act wrote more log rows than `limit`, without counting all of them. */
export function actExceeds(db: ReadableDb, actId: string, limit: number): boolean {
  return db.get('SELECT 1 FROM change_log WHERE batch_id = ? LIMIT 1 OFFSET ?', actId, limit) !== undefined
}

export function encodeBase(base: Base): string {
  const hex: Record<string, string> = {}
  for (const [column, stamp] of Object.entries(base)) hex[column] = stampHex(stamp)
  return JSON.stringify(hex)
}

export function decodeBase(json: string): Base {
  const stamps: Record<string, Stamp> = {}
  // written by encodeBase
  for (const [column, hex] of Object.entries(JSON.parse(json) as Record<string, string>)) stamps[column] = stampFromHex(hex)
  return stamps
}
