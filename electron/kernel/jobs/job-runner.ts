import type { Job, JobStarted } from '../../../shared/features/jobs/job.ts'
import type { ActStart, Change } from '../changes/change.ts'

/** About 100 records: one change set, applied between a person's calls. */
export interface Batch {
  readonly changes: readonly Change[]
  /** Rows for local tables (names begin with `_`), written in the same transaction. */
  readonly localRows?: readonly LocalRow[]
  readonly done: number
  readonly total: number | null
  readonly records: number
}

export interface LocalRow {
  readonly sql: string
  readonly params: readonly (string | number | null)[]
}

/** Where batches come from: a job worker thread, or a generator inside the vault worker. */
export interface BatchSource {
  readonly batches: AsyncIterable<Batch>
  /** Counts by name for the job's end, asked after the last batch. */
  readonly counts: () => Readonly<Record<string, number>>
  /** Ends the source early (cancel, lock); idempotent. */
  readonly stop: () => void
}

export interface JobStart {
  readonly kind: Job['kind']
  readonly subject: string
  readonly act: ActStart
  /** Made when the job begins; `actId` is the act it writes under. */
  readonly open: (actId: string) => BatchSource
}

export interface JobRunner {
  readonly start: (job: JobStart) => JobStarted
  readonly cancel: (id: string) => Job
  readonly list: () => readonly Job[]
  /** Stops every source and waits for the batch under way; what is unfinished is taken back at the next open. */
  readonly close: () => Promise<void>
}
