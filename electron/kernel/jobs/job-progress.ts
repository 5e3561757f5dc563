import type { Job } from '../../../shared/features/jobs/job.ts'
import type { Spine } from '../changes/spine.ts'
import type { Emit } from './job-parts.ts'

const progressEveryMs = 100
const recordsEveryMs = 500
/** `records.changed` names at most this many customers; none named means any of them. */
export const maxNamedContacts = 200

export interface JobProgress {
  readonly job: () => Job
  /** Changes the job and tells it at once. */
  readonly change: (change: Partial<Job>) => void
  /** Changes the job and tells it where 100 ms have passed; changed records every 500 ms. */
  readonly advance: (change: Partial<Job>) => void
  readonly tell: () => void
}

/** Keeps a job's state and tells the window, often enough to see it move and seldom enough not to flood it. */
export function createJobProgress(
  parts: { readonly emit: Emit; readonly spine: Pick<Spine, 'takeWritten'> },
  first: Job,
): JobProgress {
  let job = first
  let toldAt = 0
  let recordsToldAt = 0
  const tell = (): void => {
    toldAt = performance.now()
    parts.emit('jobs.changed', job)
  }
  const tellRecords = (): void => {
    recordsToldAt = performance.now()
    const written = parts.spine.takeWritten()
    if (written === null) return
    const contactIds = written.contactIds.length > maxNamedContacts ? [] : [...written.contactIds]
    parts.emit('records.changed', { tables: [...written.tables], contactIds })
  }
  return {
    job: () => job,
    tell,
    change: change => {
      job = { ...job, ...change }
      tellRecords()
      tell()
    },
    advance: change => {
      job = { ...job, ...change }
      const at = performance.now()
      if (at - toldAt >= progressEveryMs) tell()
      if (at - recordsToldAt >= recordsEveryMs) tellRecords()
    },
  }
}
