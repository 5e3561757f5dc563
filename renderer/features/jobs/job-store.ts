import type { Job } from '../../../shared/features/jobs/job.ts'
import { announce } from '../../kernel/announce.ts'
import { call, on } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { jobOutcome, jobSpoken } from './job-words.ts'

interface JobState {
  /** Jobs that are not over, oldest first. */
  readonly running: readonly Job[]
  /** Ids of jobs whose end was said. */
  readonly told: ReadonlySet<string>
}

export const useJobs = createVaultStore<JobState>(() => ({ running: [], told: new Set() }))

/** Follows all jobs, those too that began before the window was there; returns the function that ends it. */
export function watchJobs(): () => void {
  const stop = on('jobs.changed', takeJob)
  void loadJobs()
  return stop
}

export async function cancelJob(id: string): Promise<void> {
  const result = await call('jobs.cancel', { id })
  if (result.ok) takeJob(result.value)
}

export function takeJob(job: Job): void {
  const { running } = useJobs.getState()
  const before = running.find(one => one.id === job.id)
  if (isOver(job)) {
    useJobs.setState({ running: running.filter(one => one.id !== job.id) })
    // what was taken back after a kill may be over before anybody could follow it
    if (before !== undefined || job.kind === 'rollback') tellOnce(job)
    return
  }
  useJobs.setState({
    running: before === undefined ? [...running, job] : running.map(one => (one.id === job.id ? job : one)),
  })
  speakQuarter(before, job)
}

/** 0 to 1; null while the size is not known. */
export function shareDone(job: Job): number | null {
  if (job.total === null || job.total <= 0) return null
  return Math.min(1, job.done / job.total)
}

/** Milliseconds that are left at the present speed; null until that can be said with some truth. */
export function timeLeft(job: Job, now: Date): number | null {
  const share = shareDone(job)
  const spent = now.getTime() - new Date(job.startedAt).getTime()
  if (share === null || share < 0.05 || spent < 3000) return null
  return (spent / share) * (1 - share)
}

function isOver(job: Job): boolean {
  return job.state === 'done' || job.state === 'cancelled' || job.state === 'failed'
}

async function loadJobs(): Promise<void> {
  const result = await call('jobs.list', {})
  if (!result.ok) return
  for (const job of result.value) if (!isOver(job) || job.kind === 'rollback') takeJob(job)
}

function tellOnce(job: Job): void {
  const { told } = useJobs.getState()
  if (told.has(job.id)) return
  useJobs.setState({ told: new Set([...told, job.id]) })
  const { actId } = job
  const isUndoable = job.kind === 'bulk' && job.state === 'done' && actId !== null && (job.counts['changed'] ?? 0) > 0
  const action = isUndoable ? { action: { label: text('common:undo'), run: () => void undoJob(actId) } } : {}
  showNotice({ ...jobOutcome(text, job), ...action })
}

/** Takes back what a job did, again as a job. */
async function undoJob(actId: string): Promise<void> {
  const result = await call('acts.undoAsJob', { actId })
  if (!result.ok) showNotice({ tone: 'error', text: failureText(text, result.failure) })
}

/** At 25, 50 and 75 %; the end is spoken by its notice. */
function speakQuarter(before: Job | undefined, job: Job): void {
  const quarter = Math.floor((shareDone(job) ?? 0) * 4)
  const last = before === undefined ? 0 : Math.floor((shareDone(before) ?? 0) * 4)
  if (quarter > last && quarter < 4) announce(jobSpoken(text, job, quarter / 4))
}
