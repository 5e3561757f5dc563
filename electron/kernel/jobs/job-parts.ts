import type { EventName, EventPayload } from '../../../shared/contract.ts'
import type { Actor } from '../changes/change.ts'
import type { Spine } from '../changes/spine.ts'
import type { WritableDb } from '../db/database.ts'

export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>) => void

export interface JobRunnerParts {
  readonly db: WritableDb
  readonly spine: Spine
  readonly emit: Emit
  readonly now: () => Date
  readonly newId: () => string
  readonly actor: Actor
  /** A job failed by a bug; told once. */
  readonly logBug: (error: unknown) => void
  /** A job found the disk full: room can be given back before what it wrote is taken back. */
  readonly onDiskFull: () => void
  /** Housekeeping between batches, outside any transaction: checkpoints, index merges. Each call must be short. */
  readonly betweenBatches?: readonly Housekeeping[]
}

export interface Housekeeping {
  readonly everyBatches: number
  /** What it returns is waited for, before the next batch. */
  readonly run: () => void | Promise<void>
}
