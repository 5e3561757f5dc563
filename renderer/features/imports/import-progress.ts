import type { Job } from '../../../shared/features/jobs/job.ts'

const settleMs = 2000
const settleShare = 0.02

/** Share done, 0 to 1; null while the size is not known. */
export function shareDone(job: Job): number | null {
  if (job.total === null || job.total <= 0) return null
  return Math.min(1, job.done / job.total)
}

/** Milliseconds left by the pace so far; null until the pace is stable (2 s and 2 %). */
export function timeLeft(job: Job, now: Date): number | null {
  const share = shareDone(job)
  const elapsed = now.getTime() - new Date(job.startedAt).getTime()
  if (share === null || share < settleShare || elapsed < settleMs) return null
  return Math.round((elapsed * (1 - share)) / share)
}

/** The last quarter that was reached (0, 25, 50, 75, 100), spoken when it changes. */
export function milestone(job: Job): number {
  return Math.floor((shareDone(job) ?? 0) * 4) * 25
}
