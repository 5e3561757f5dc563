import type { ActKind, ActSummary, LeftRecord, UndoOutcome } from '../../../shared/features/acts/act.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ReadableDb } from '../db/database.ts'
import { type ActRecord, getAct, isBeingTakenBack } from './act-records.ts'
import type { Actor, ActStart, Change } from './change.ts'
import type { InverseBatch } from './inverse-batches.ts'
import { isUndoable } from './undo-stack.ts'

const maxListed = 200

/** What is about to be taken back: `target` is the act whose inverse is applied under `start`. */
export interface TakeBack {
  readonly target: string
  readonly start: ActStart
}

/** Throws AppError not-found, nothing-to-undo (never undoable, or not ended), job-running (being taken back already). */
export function planUndo(db: ReadableDb, actId: string): TakeBack {
  const act = getAct(db, actId)
  if (!isUndoable(act) || act.state !== 'done') throw new AppError('nothing-to-undo')
  if (isBeingTakenBack(db, actId)) throw new AppError('job-running')
  return { target: actId, start: inverseStart('undo', act) }
}

/** `actId` is the act that was undone, or its undo. Throws AppError not-found, nothing-to-undo, job-running. */
export function planRedo(db: ReadableDb, actId: string): TakeBack {
  const named = getAct(db, actId)
  const act = named.kind === 'undo' && named.undoes !== null ? getAct(db, named.undoes) : named
  if (act.undone_by === null || act.state !== 'done') throw new AppError('nothing-to-undo')
  if (isBeingTakenBack(db, act.undone_by)) throw new AppError('job-running')
  return { target: act.undone_by, start: { ...inverseStart('redo', act), undoes: act.undone_by } }
}

/** For an act that never came to its end: what a rollback applies. */
export function planRollback(db: ReadableDb, actId: string): TakeBack {
  return { target: actId, start: inverseStart('undo', getAct(db, actId)) }
}

function inverseStart(kind: ActKind, act: ActRecord): ActStart {
  return { kind, name: act.name, subject: act.subject, undoes: act.id }
}

/** What taking back needs of the spine. */
interface ActWriter {
  readonly begin: (start: ActStart, actor: Actor) => string
  readonly write: (actId: string, changes: readonly Change[]) => void
  readonly finish: (actId: string) => ActSummary
  readonly rowCount: (actId: string) => number
  readonly inverseBatches: (actId: string) => Iterable<InverseBatch>
}

/** Applies an inverse at once, inside the open transaction. */
export function takeBack(spine: ActWriter, plan: TakeBack, actor: Actor): UndoOutcome {
  const actId = spine.begin(plan.start, actor)
  const left: LeftRecord[] = []
  for (const batch of spine.inverseBatches(plan.target)) {
    spine.write(actId, batch.changes)
    left.push(...batch.left)
  }
  const undone = spine.rowCount(actId)
  if (undone === 0 && left.length === 0) throw new AppError('nothing-to-undo')
  return { act: spine.finish(actId), undone, left: left.slice(0, maxListed), leftCount: left.length }
}
