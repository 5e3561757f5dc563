import type { ImportSummary } from '../../../shared/features/imports/vcard-import.ts'
import type { Job } from '../../../shared/features/jobs/job.ts'
import type { Id } from '../../../shared/kernel/id.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call, on } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { fromResult, idle, type Loadable, toLoading } from '../../kernel/loadable.ts'

/** What an undo took back and what it left alone; `names` are some of the customers that were left. */
export interface UndoneImport {
  readonly undone: number
  readonly left: number
  readonly names: readonly string[]
}

export type ImportPhase =
  | { readonly phase: 'choose' }
  | { readonly phase: 'starting' }
  | { readonly phase: 'running'; readonly job: Job }
  | { readonly phase: 'done'; readonly summary: ImportSummary }
  /** `left`: records that somebody changed meanwhile, which stay. */
  | { readonly phase: 'cancelled'; readonly left: number }
  /** `unfinished`: what had been written could not be taken back yet. */
  | { readonly phase: 'failed'; readonly failure: Failure; readonly unfinished: boolean }
  | { readonly phase: 'undoing'; readonly job: Job | null }
  | { readonly phase: 'undone'; readonly outcome: UndoneImport }
  | { readonly phase: 'undo-failed'; readonly failure: Failure }

export interface VcardImportState {
  readonly current: ImportPhase
  /** The job that `current` follows; kept apart, since its first event may come before the answer that names it. */
  readonly jobId: Id | null
  readonly earlier: Loadable<readonly ImportSummary[]>
}

/** Imports of more customers than this are undone as a job: each has several rows in the log. */
const undoAtOnceCustomers = 40
const choose: ImportPhase = { phase: 'choose' }

export const useVcardImport = createVaultStore<VcardImportState>(() => ({ current: choose, jobId: null, earlier: idle }))

/** Jobs by the last event, since a short one may end before the answer that names it. */
const lastSeen = new Map<Id, Job>()

/** Follows the job until the returned function is called; catches up with one that runs already. */
export function watchImportJobs(): () => void {
  const stop = on('jobs.changed', job => {
    lastSeen.set(job.id, job)
    void follow(job)
  })
  void catchUp()
  return () => {
    lastSeen.clear()
    stop()
  }
}

/** Lets the person choose a file and starts the import; closing the dialog changes nothing. */
export async function chooseAndImport(): Promise<void> {
  const chosen = await call('app.chooseFile', { purpose: 'vcard' })
  if (!chosen.ok) return fail(chosen.failure)
  if (chosen.value === null) return
  show({ phase: 'starting' })
  const started = await call('imports.vcard', { file: chosen.value.token })
  if (!started.ok) return fail(started.failure)
  await adopt(started.value.jobId)
}

export async function cancelImport(): Promise<void> {
  const { jobId } = useVcardImport.getState()
  if (jobId === null) return
  const result = await call('jobs.cancel', { id: jobId })
  if (result.ok) await follow(result.value)
}

/** Takes a whole import back; long ones as a job that can be followed. */
export async function undoImport({ actId, imported }: ImportSummary): Promise<void> {
  show({ phase: 'undoing', job: null })
  if (imported > undoAtOnceCustomers) return undoAsJob(actId)
  const result = await call('acts.undo', { actId })
  // few customers with very many rows: more than is undone at once
  if (!result.ok && result.failure.code === 'invalid-input') return undoAsJob(actId)
  if (!result.ok) return show({ phase: 'undo-failed', failure: result.failure })
  const names = result.value.left.map(record => record.name).filter(name => name !== '')
  show({ phase: 'undone', outcome: { undone: result.value.undone, left: result.value.leftCount, names } })
  await loadEarlierImports()
}

export async function loadEarlierImports(): Promise<void> {
  useVcardImport.setState(state => ({ earlier: toLoading(state.earlier) }))
  useVcardImport.setState({ earlier: fromResult(await call('imports.list', {})) })
}

/** Back to the choice of a file; a running job goes on. */
export function showChoice(): void {
  const { current } = useVcardImport.getState()
  if (current.phase !== 'running' && current.phase !== 'undoing') useVcardImport.setState({ current: choose, jobId: null })
}

async function undoAsJob(actId: Id): Promise<void> {
  const started = await call('acts.undoAsJob', { actId })
  if (!started.ok) return show({ phase: 'undo-failed', failure: started.failure })
  await adopt(started.value.jobId)
}

async function adopt(jobId: Id): Promise<void> {
  useVcardImport.setState({ jobId })
  const jobs = await call('jobs.list', {})
  const listed = jobs.ok ? jobs.value.find(one => one.id === jobId) : undefined
  const job = lastSeen.get(jobId) ?? listed
  if (job !== undefined) await follow(job)
}

async function catchUp(): Promise<void> {
  const jobs = await call('jobs.list', {})
  if (!jobs.ok) return
  const { jobId } = useVcardImport.getState()
  // the one that was followed may have ended while the page was left
  const job = jobs.value.find(one => (jobId === null ? one.kind === 'vcard-import' && isRunning(one) : one.id === jobId))
  if (job === undefined) return
  useVcardImport.setState({ jobId: job.id })
  await follow(job)
}

async function follow(job: Job): Promise<void> {
  const { jobId, current } = useVcardImport.getState()
  if (job.id !== jobId) return
  if (isRunning(job)) {
    if (isOutdated(job, current)) return
    return show(job.kind === 'vcard-import' ? { phase: 'running', job } : { phase: 'undoing', job })
  }
  useVcardImport.setState({ jobId: null })
  if (job.kind === 'vcard-import') await finishImport(job)
  else await finishUndo(job)
}

async function finishImport(job: Job): Promise<void> {
  await loadEarlierImports()
  if (job.state === 'cancelled') return show({ phase: 'cancelled', left: job.counts['left'] ?? 0 })
  if (job.state === 'failed') return fail({ code: job.failureCode ?? 'internal' }, job.counts['unfinished'] !== undefined)
  const { earlier } = useVcardImport.getState()
  const listed = earlier.status === 'ready' ? earlier.value.find(one => one.actId === job.actId) : undefined
  const summary = listed ?? summaryOf(job)
  if (summary !== null) show({ phase: 'done', summary })
  else fail({ code: 'file-empty' })
}

async function finishUndo(job: Job): Promise<void> {
  await loadEarlierImports()
  if (job.state !== 'done') return show({ phase: 'undo-failed', failure: { code: job.failureCode ?? 'cancelled' } })
  const { undone = 0, left = 0 } = job.counts
  show({ phase: 'undone', outcome: { undone, left, names: [] } })
}

function summaryOf(job: Job): ImportSummary | null {
  if (job.actId === null) return null
  const { imported = 0, withNotes = 0, skipped = 0 } = job.counts
  return { actId: job.actId, fileName: job.subject, at: job.startedAt, imported, withNotes, skipped, undone: false }
}

function isRunning(job: Job): boolean {
  return job.state === 'running' || job.state === 'cancelling'
}

/** The list that was asked for may be older than an event that came meanwhile. */
function isOutdated(job: Job, current: ImportPhase): boolean {
  return current.phase === 'running' && current.job.id === job.id && current.job.done > job.done
}

function show(current: ImportPhase): void {
  useVcardImport.setState({ current })
}

function fail(failure: Failure, unfinished = false): void {
  show({ phase: 'failed', failure, unfinished })
}
