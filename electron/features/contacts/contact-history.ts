import type { z } from 'zod'
import type { ActKind, ActName } from '../../../shared/features/acts/act.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import type { ChangeKind } from '../../kernel/changes/change.ts'
import { recordHistory } from '../../kernel/changes/change-log.ts'
import { compareStamps, stampFromHex, stampHex } from '../../kernel/changes/hybrid-clock.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { getContactRecord } from './contact-repository.ts'
import { fieldChanges, type RecordChange, type RowState } from './field-changes.ts'

type Entry = z.infer<typeof HistoryEntry>

/**
 * What was done to a customer, act by act, newest first; `before` is the key of the last entry seen. An act's entry
 * ends where another act came between. Throws AppError not-found.
 */
export function contactHistory(
  db: ReadableDb,
  id: string,
  before: string | null,
  limit: number,
): { entries: Entry[]; more: boolean } {
  getContactRecord(db, id)
  const groups: TimelineRow[][] = []
  for (const row of db.iterate<TimelineRow>(timelineSql, id, before === null ? endOfTime : stampFromHex(before))) {
    const group = groups.at(-1)
    if (group !== undefined && group[0]?.act_id === row.act_id) group.push(row)
    else if (groups.length > limit) break
    else groups.push([row])
  }
  // rows come newest first; within an act they are told in the order in which they were written
  const entries = groups.slice(0, limit).map(group => toEntry(db, id, group.toReversed()))
  return { entries, more: groups.length > limit }
}

interface TimelineRow {
  readonly ts: Uint8Array
  readonly tbl: string
  readonly row_id: string
  readonly wall: number
  readonly act_id: string
  readonly act_kind: ActKind
  readonly act_name: ActName
  readonly subject: string
  readonly count: number
  readonly started: string
  readonly undoes: string | null
  readonly staff: string | null
}

const endOfTime = new Uint8Array(16).fill(0xff)

const timelineSql = `SELECT l.ts, l.tbl, l.row_id, l.wall,
    a.id AS act_id, a.kind AS act_kind, a.name AS act_name, a.subject, a.count, a.started, a.undoes, s.name AS staff
  FROM _timeline AS t JOIN change_log AS l ON l.ts = t.at JOIN act AS a ON a.id = l.batch_id LEFT JOIN staff AS s ON s.id = l.user_id
  WHERE t.customer = ? AND t.at < ? AND t.kind = 'change' ORDER BY t.at DESC`

function toEntry(db: ReadableDb, customer: string, rows: readonly TimelineRow[]): Entry {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) throw new Error('an entry of the history has a row')
  return {
    key: stampHex(first.ts),
    at: new Date(last.wall).toISOString(),
    staffName: first.staff ?? '',
    act: {
      id: first.act_id,
      kind: first.act_kind,
      name: first.act_name,
      subject: first.subject,
      count: first.count,
      at: first.started,
      undoes: first.undoes,
    },
    changes: recordsOf(rows).flatMap(record => fieldChanges(db, customer, changeOf(db, record))),
  }
}

/** What an act wrote to one record: several rows where it came back with other values. */
type RecordRows = readonly [first: TimelineRow, ...rest: TimelineRow[]]

function recordsOf(rows: readonly TimelineRow[]): readonly RecordRows[] {
  const records = new Map<string, [TimelineRow, ...TimelineRow[]]>()
  for (const row of rows) {
    const known = records.get(`${row.tbl} ${row.row_id}`)
    if (known === undefined) records.set(`${row.tbl} ${row.row_id}`, [row])
    else known.push(row)
  }
  return [...records.values()]
}

function changeOf(db: ReadableDb, rows: RecordRows): RecordChange {
  const [first] = rows
  const last = rows.at(-1) ?? first
  let before: RowState = { isLiving: false, values: {} }
  let after = before
  let isNew = false
  let written: RowState['values'] = {}
  for (const version of recordHistory(db, first.tbl, first.row_id)) {
    if (compareStamps(version.ts, last.ts) > 0) break
    after = { isLiving: isLivingAfter(version.kind, after.isLiving), values: { ...after.values, ...version.values } }
    if (compareStamps(version.ts, first.ts) < 0) before = after
    else {
      written = { ...written, ...version.values }
      isNew ||= version.kind === 'insert'
    }
  }
  return { table: first.tbl, isNew, before, after, written }
}

function isLivingAfter(kind: ChangeKind, before: boolean): boolean {
  if (kind === 'update') return before
  return kind !== 'delete'
}
