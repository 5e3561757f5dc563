import type { ActKind, ActName } from '../../../shared/features/acts/act.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import type { ChangeKind } from '../../kernel/changes/change.ts'
import { stampFromHex, stampHex } from '../../kernel/changes/hybrid-clock.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { assertContact } from './contact-repository.ts'
import { fieldChanges } from './field-changes.ts'
import { createHistoryNames, type HistoryNames } from './history-names.ts'
import { createRecordFold, type RecordFold } from './record-fold.ts'

/**
 * What was done to a customer, act by act, newest first; `before` is the key of the last entry seen. An act's entry
 * ends where another act came between. Throws AppError not-found.
 */
export function contactHistory(
  db: ReadableDb,
  id: string,
  before: string | null,
  limit: number,
): { entries: HistoryEntry[]; more: boolean } {
  assertContact(db, id)
  const groups = newestGroups(db, id, before === null ? endOfTime : stampFromHex(before), limit + 1)
  const more = groups.length > limit
  // told from the oldest on, so that each record is followed through the page
  const oldestFirst = groups
    .slice(0, limit)
    .toReversed()
    .map(group => group.toReversed())
  const page: Page = { customer: id, names: createHistoryNames(db), fold: createRecordFold(db, oldestFirst.flat()) }
  return { entries: oldestFirst.map(rows => toEntry(page, rows)).toReversed(), more }
}

interface Page {
  readonly customer: string
  readonly names: HistoryNames
  readonly fold: RecordFold
}

interface TimelineRow {
  readonly ts: Uint8Array
  readonly tbl: string
  readonly row_id: string
  readonly kind: ChangeKind
  readonly vals: string | null
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

const timelineSql = `SELECT l.ts, l.tbl, l.row_id, l.kind, l.vals, l.wall,
    a.id AS act_id, a.kind AS act_kind, a.name AS act_name, a.subject, a.count, a.started, a.undoes, s.name AS staff
  FROM _timeline AS t JOIN change_log AS l ON l.ts = t.at JOIN act AS a ON a.id = l.batch_id LEFT JOIN staff AS s ON s.id = l.user_id
  WHERE t.customer = ? AND t.at < ? AND t.kind = 'change' ORDER BY t.at DESC LIMIT +?`

/** Runs of rows of one act, newest first, each of them whole; at most `most` of them. */
function newestGroups(db: ReadableDb, id: string, before: Uint8Array, most: number): TimelineRow[][] {
  const groups: TimelineRow[][] = []
  let until = before
  for (;;) {
    const rows = db.all<TimelineRow>(timelineSql, id, until, most + 1)
    for (const row of rows) {
      const group = groups.at(-1)
      if (group !== undefined && group[0]?.act_id === row.act_id) group.push(row)
      else if (groups.length === most) return groups
      else groups.push([row])
    }
    const oldest = rows.at(-1)
    if (oldest === undefined || rows.length <= most) return groups
    until = oldest.ts
  }
}

function toEntry({ customer, names, fold }: Page, rows: readonly TimelineRow[]): HistoryEntry {
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
    changes: fold(rows).flatMap(change => fieldChanges(names, customer, change)),
  }
}
