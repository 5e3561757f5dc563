import type { Job, JobStarted } from '../../../shared/features/jobs/job.ts'
import type { ActStart, Change } from '../changes/change.ts'

/** About 100 records: one change set, applied between a person's calls. */
export interface Batch {
  readonly changes: readonly Change[]
  /** Rows of local tables that the changes refer to: written before the first of them, in its transaction. */
  readonly rowsBefore?: readonly LocalRow[]
  /** Rows for local tables (names begin with `_`), written in the same transaction. */
  readonly localRows?: readonly LocalRow[]
  /** So far, in the unit of `total`. */
  readonly done: number
  readonly total: number | null
  /** Records handled so far. */
  readonly records: number
}

export interface LocalRow {
  readonly sql: string
  readonly params: readonly (string | number | null | Uint8Array)[]
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
  /** Answers at once. Throws AppError job-running while another job that a person started is not over. */
  readonly start: (job: JobStart) => JobStarted
  /** Stops it and takes back what it wrote. Throws AppError not-found; a job that is over stays as it is. */
  readonly cancel: (id: string) => Job
  /** Of this session, oldest first. */
  readonly list: () => readonly Job[]
  /** Stops every source and waits for the batch under way; what is unfinished is taken back at the next open. */
  readonly close: () => Promise<void>
}
