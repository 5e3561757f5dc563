import type { EventName, EventPayload } from '../../../shared/contract.ts'
import type { Job, JobStarted } from '../../../shared/features/jobs/job.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Actor, ActStart, Change } from '../changes/change.ts'
import type { Spine } from '../changes/spine.ts'
import type { WritableDb } from '../db/database.ts'
import { createJobProgress } from './job-progress.ts'
import { type RunningJob, runJob } from './run-job.ts'

/** About 100 records: one change set, applied between a person's calls. */
export interface Batch {
  readonly changes: readonly Change[]
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
  /** Answers at once. Throws AppError job-running while another job that a person started is not over. */
  readonly start: (job: JobStart) => JobStarted
  /** Stops it and takes back what it wrote. Throws AppError not-found; a job that is over stays as it is. */
  readonly cancel: (id: string) => Job
  /** Of this session, oldest first. */
  readonly list: () => readonly Job[]
  /** Stops every source and waits for the batch under way; what is unfinished is taken back at the next open. */
  readonly close: () => Promise<void>
}

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
  /** Housekeeping between batches, outside any transaction: checkpoints, index merges. Each call must be short. */
  readonly betweenBatches?: readonly Housekeeping[]
}

export interface Housekeeping {
  readonly everyBatches: number
  readonly run: () => void
}

const maxFinishedKept = 50

/** Jobs run one after the other; each of their batches is one transaction between a person's calls. */
export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const jobs = new Map<string, RunningJob>()
  let isClosed = false
  let last: Promise<void> = Promise.resolve()

  const start = (start: JobStart): JobStarted => {
    if (isClosed) throw new AppError('vault-stopped')
    if (start.kind !== 'rollback' && [...jobs.values()].some(isPersonsJobUnderWay)) throw new AppError('job-running')
    const id = parts.newId()
    const job: RunningJob = { start, source: null, wish: 'run', progress: createJobProgress(parts, firstState(id, start)) }
    jobs.set(id, job)
    forgetOldest(jobs)
    job.progress.tell()
    last = last.then(() => runJob(parts, job))
    return { jobId: id }
  }

  const firstState = (id: string, start: JobStart): Job => ({
    id,
    kind: start.kind,
    subject: start.subject,
    state: 'running',
    done: 0,
    total: null,
    records: 0,
    startedAt: parts.now().toISOString(),
    actId: null,
    counts: {},
    failureCode: null,
  })

  return {
    start,
    cancel: id => {
      const job = jobs.get(id)
      if (job === undefined) throw new AppError('not-found')
      // a rollback is itself the way back: it cannot be called off
      if (job.progress.job().state === 'running' && job.start.kind !== 'rollback') {
        job.wish = 'cancel'
        job.progress.change({ state: 'cancelling' })
        job.source?.stop()
      }
      return job.progress.job()
    },
    list: () => [...jobs.values()].map(job => job.progress.job()),
    close: async () => {
      isClosed = true
      for (const job of jobs.values()) {
        job.wish = 'close'
        job.source?.stop()
      }
      await last
    },
  }
}

function isPersonsJobUnderWay(job: RunningJob): boolean {
  const { kind, state } = job.progress.job()
  return kind !== 'rollback' && (state === 'running' || state === 'cancelling')
}

function forgetOldest(jobs: Map<string, RunningJob>): void {
  if (jobs.size <= maxFinishedKept) return
  for (const [id, job] of jobs) {
    const { state } = job.progress.job()
    if (state !== 'running' && state !== 'cancelling') {
      jobs.delete(id)
      return
    }
  }
}
