import type { ActKind, ActName, ActSummary } from '../../../shared/features/acts/act.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ReadableDb, WritableDb } from '../db/database.ts'
import type { Stamp } from './hybrid-clock.ts'

/** open: begun, not ended. rolled-back: never came to its end and was taken back. */
export type ActState = 'open' | 'done' | 'rolled-back'

export interface ActRecord {
  readonly id: string
  readonly kind: ActKind
  readonly name: ActName
  readonly subject: string
  readonly actor: string
  readonly started: string
  readonly state: ActState
  readonly count: number
  readonly undoes: string | null
  /** The undo that is in force; null while the act holds. */
  readonly undone_by: string | null
}

const columns = 'id, kind, name, subject, actor, started, state, count, undoes, undone_by'

export function findAct(db: ReadableDb, id: string): ActRecord | undefined {
  return db.get<ActRecord>(`SELECT ${columns} FROM act WHERE id = ?`, id)
}

/** Throws AppError not-found. */
export function getAct(db: ReadableDb, id: string): ActRecord {
  const act = findAct(db, id)
  if (act === undefined) throw new AppError('not-found')
  return act
}

export function insertAct(db: WritableDb, act: Omit<ActRecord, 'state' | 'count' | 'undone_by'> & NewActDetails): void {
  db.run(
    'INSERT INTO act (id, ts, kind, name, subject, actor, source, started, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    act.id,
    act.ts,
    act.kind,
    act.name,
    act.subject,
    act.actor,
    act.source,
    act.started,
    act.undoes,
  )
}

interface NewActDetails {
  readonly ts: Stamp
  readonly source: string
}

/** Ends an act. An undo of an act that never ended ends that one too, as rolled back. */
export function closeAct(db: WritableDb, act: ActRecord, finished: string, count: number): void {
  db.run("UPDATE act SET state = 'done', finished = ?, count = ? WHERE id = ?", finished, count, act.id)
  if (act.undoes === null) return
  if (act.kind === 'undo') {
    db.run('UPDATE act SET undone_by = ? WHERE id = ?', act.id, act.undoes)
    db.run("UPDATE act SET state = 'rolled-back', finished = ? WHERE id = ? AND state = 'open'", finished, act.undoes)
    // an earlier try to take the same act back that was itself cut short
    db.run("UPDATE act SET state = 'done', finished = ? WHERE undoes = ? AND state = 'open'", finished, act.undoes)
  } else if (act.kind === 'redo') {
    db.run('UPDATE act SET undone_by = NULL WHERE undone_by = ?', act.undoes)
  }
}

/** Acts that never ended, oldest first, without the unfinished attempts to take one of them back. */
export function listUnfinished(db: ReadableDb): readonly string[] {
  const rows = db.all<{ id: string }>(
    `SELECT id FROM act WHERE state = 'open' AND (undoes IS NULL OR undoes NOT IN (SELECT id FROM act WHERE state = 'open'))
     ORDER BY ts`,
  )
  return rows.map(row => row.id)
}

/** Whether an undo or redo of this act is under way. */
export function isBeingTakenBack(db: ReadableDb, id: string): boolean {
  return db.get("SELECT 1 FROM act WHERE undoes = ? AND state = 'open'", id) !== undefined
}

export function summarise(act: ActRecord): ActSummary {
  return {
    id: act.id,
    kind: act.kind,
    name: act.name,
    subject: act.subject,
    count: act.count,
    at: act.started,
    undoes: act.undoes,
  }
}
