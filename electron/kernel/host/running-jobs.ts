import type { Job } from '../../../shared/features/jobs/job.ts'

/** Which jobs are under way, by what the worker tells of them. */
export interface RunningJobs {
  readonly note: (job: Job) => void
  readonly isAny: () => boolean
  readonly forget: () => void
}

export function createRunningJobs(): RunningJobs {
  const running = new Set<string>()
  return {
    note: job => {
      if (job.state === 'running' || job.state === 'cancelling') running.add(job.id)
      else running.delete(job.id)
    },
    isAny: () => running.size > 0,
    forget: () => running.clear(),
  }
}
