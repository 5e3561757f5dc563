import type { ActSummary, LeftRecord, UndoOutcome } from '../../../shared/features/acts/act.ts'
import type { Batch } from '../jobs/job-runner.ts'
import type { ActStart, Actor, Change } from './change.ts'

/**
 * The one write path (sync.md). Every method asserts that a transaction is open; the dispatcher and the job
 * runner open it. Made by `createSpine(db, { tables, derived, now })`.
 */
export interface Spine {
  /** Opens an act and answers its id. */
  readonly begin: (start: ActStart, actor: Actor) => string
  /** Validates, writes rows, log, cell clocks, derived tables. Throws AppError not-found, conflict; a bug for unknown columns. */
  readonly write: (actId: string, changes: readonly Change[]) => void
  /** Ends the act; pushes it on the person's undo stack where it is one a person may take back. */
  readonly finish: (actId: string) => ActSummary
  /** begin + write + finish. */
  readonly apply: (start: ActStart, actor: Actor, changes: readonly Change[]) => ActSummary
  /** Log rows of an act. */
  readonly rowCount: (actId: string) => number
  /** Applies the inverse of an act as a new act; records changed since are left and listed. */
  readonly undo: (actId: string, actor: Actor) => UndoOutcome
  /** Applies again what an undone act did. */
  readonly redo: (actId: string, actor: Actor) => UndoOutcome
  /** The inverse of an act in batches of at most about 100 log rows, newest first, for jobs. */
  readonly inverseBatches: (actId: string) => Iterable<Batch & { readonly left: readonly LeftRecord[] }>
  /** Acts that never finished (killed in the middle), oldest first. */
  readonly unfinished: () => readonly string[]
}
