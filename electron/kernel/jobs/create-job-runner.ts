import type { Job, JobStarted } from '../../../shared/features/jobs/job.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { JobRunnerParts } from './job-parts.ts'
import { createJobProgress } from './job-progress.ts'
import type { JobRunner, JobStart } from './job-runner.ts'
import { type RunningJob, runJob } from './run-job.ts'

const maxFinishedKept = 50

/** Jobs run one after the other; each of their batches is one transaction between a person's calls. */
export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const jobs = new Map<string, RunningJob>()
  let isClosed = false
  let last: Promise<void> = Promise.resolve()

  const start = (request: JobStart): JobStarted => {
    if (isClosed) throw new AppError('vault-stopped')
    if (request.kind !== 'rollback' && [...jobs.values()].some(isPersonsJobUnderWay)) throw new AppError('job-running')
    const progress = createJobProgress(parts, firstState(parts, request))
    const job: RunningJob = { start: request, source: null, wish: 'run', progress }
    const { id } = progress.job()
    jobs.set(id, job)
    forgetOldest(jobs)
    progress.tell()
    last = last.then(() => runJob(parts, job))
    return { jobId: id }
  }

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

function firstState(parts: JobRunnerParts, { kind, subject }: JobStart): Job {
  const startedAt = parts.now().toISOString()
  const counts = { done: 0, total: null, records: 0, counts: {} }
  return { id: parts.newId(), kind, subject, state: 'running', ...counts, startedAt, actId: null, failureCode: null }
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
