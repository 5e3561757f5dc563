import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError, type AppErrorCode } from '../../../shared/kernel/app-error.ts'
import { planRollback } from '../changes/undo.ts'
import { writeLocal } from '../db/write-local.ts'
import { toVaultError } from '../vault/driver-error.ts'
import { createPieceSize, type PieceSize, takePiece } from './batch-pieces.ts'
import { inverseSource } from './inverse-source.ts'
import type { JobRunnerParts } from './job-parts.ts'
import type { JobProgress } from './job-progress.ts'
import type { Batch, BatchSource, JobStart } from './job-runner.ts'

export interface RunningJob {
  readonly start: JobStart
  readonly progress: JobProgress
  source: BatchSource | null
  /** What a person or the lock asked for; looked at between two batches. */
  wish: 'run' | 'cancel' | 'close'
}

/** Runs a job to its end; never rejects. A job cut short is taken back before it says so, except when closing. */
export async function runJob(parts: JobRunnerParts, job: RunningJob): Promise<void> {
  let actId: string | null = null
  let failure: AppErrorCode | null = null
  try {
    await nextTurn()
    if (job.wish === 'run') {
      actId = parts.db.transaction(() => parts.spine.begin(job.start.act, parts.actor))
      job.progress.change({ actId })
      job.source = job.start.open(actId)
      await pump(parts, job, { actId, source: job.source, isWanted: () => job.wish === 'run' })
      if (job.wish === 'run') return finish(parts, job, actId, job.source)
    }
  } catch (error) {
    failure = failureOf(parts, error)
  }
  if (job.wish !== 'close') await endEarly(parts, job, actId, failure)
}

interface Flow {
  readonly actId: string
  readonly source: BatchSource
  readonly isWanted: () => boolean
}

/** Writes every batch of the source under the act, until it ends or is no longer wanted. */
async function pump(parts: JobRunnerParts, job: RunningJob, flow: Flow): Promise<void> {
  const housekeeping = parts.betweenBatches ?? []
  const size = createPieceSize()
  let transactions = 0
  const afterPiece = async (): Promise<void> => {
    transactions += 1
    // a person's calls that wait at the port come first, before each next thing that takes its time
    await nextTurn()
    for (const task of housekeeping) {
      if (transactions % task.everyBatches !== 0) continue
      await task.run()
      await nextTurn()
    }
  }
  try {
    for await (const batch of flow.source.batches) {
      if (!flow.isWanted()) break
      await writeBatch(parts, flow, batch, size, afterPiece)
      job.progress.advance({ done: batch.done, total: batch.total, records: batch.records })
    }
  } finally {
    flow.source.stop()
  }
  if (transactions > 0) for (const task of housekeeping) await task.run()
}

/** One transaction, or several for a batch that would hold up a person's save; the report's rows go with the last. */
async function writeBatch(
  parts: JobRunnerParts,
  flow: Flow,
  batch: Batch,
  size: PieceSize,
  afterPiece: () => Promise<void>,
): Promise<void> {
  let written = 0
  do {
    const piece = takePiece(batch.changes, written, size.now())
    const isLast = written + piece.length === batch.changes.length
    const startedAt = performance.now()
    const rowsBefore = written === 0 ? (batch.rowsBefore ?? []) : []
    const rowsAfter = isLast ? (batch.localRows ?? []) : []
    parts.db.transaction(() => {
      for (const row of rowsBefore) writeLocal(parts.db, row.sql, ...row.params)
      parts.spine.write(flow.actId, piece)
      for (const row of rowsAfter) writeLocal(parts.db, row.sql, ...row.params)
    })
    size.learn(piece.length, performance.now() - startedAt)
    written += piece.length
    await afterPiece()
  } while (written < batch.changes.length && flow.isWanted())
}

function finish(parts: JobRunnerParts, job: RunningJob, actId: string, source: BatchSource): void {
  const counts = { ...source.counts() }
  parts.db.transaction(() => parts.spine.finish(actId))
  const { done, total } = job.progress.job()
  job.progress.change({ state: 'done', done: total ?? done, counts })
}

/** A rollback that failed is tried again at the next open; every other job is taken back now. */
async function endEarly(
  parts: JobRunnerParts,
  job: RunningJob,
  actId: string | null,
  failure: AppErrorCode | null,
): Promise<void> {
  const end = failure === null ? ({ state: 'cancelled' } as const) : ({ state: 'failed', failureCode: failure } as const)
  if (actId === null || job.start.kind === 'rollback') return job.progress.change(end)
  if (job.progress.job().state === 'running') job.progress.change({ state: 'cancelling' })
  try {
    const left = await rollBack(parts, job, actId)
    job.progress.change({ ...end, counts: left === 0 ? {} : { left } })
  } catch (error) {
    // what is still there is taken back at the next open
    job.progress.change({ state: 'failed', failureCode: failure ?? failureOf(parts, error), counts: { unfinished: 1 } })
  }
}

/** Answers how many records were left, since somebody changed them meanwhile. Cut short by a lock, the next open does it. */
async function rollBack(parts: JobRunnerParts, job: RunningJob, actId: string): Promise<number> {
  const { target, start } = planRollback(parts.db, actId)
  const source = inverseSource(parts.spine, target)
  const rollbackId = parts.db.transaction(() => parts.spine.begin(start, parts.actor))
  const isWanted = (): boolean => job.wish !== 'close'
  await pump(parts, job, { actId: rollbackId, source, isWanted })
  if (isWanted()) parts.db.transaction(() => parts.spine.finish(rollbackId))
  return source.counts()['left'] ?? 0
}

function failureOf(parts: JobRunnerParts, error: unknown): AppErrorCode {
  const known = toVaultError(error)
  if (known instanceof AppError) {
    if (known.code === 'disk-full') parts.onDiskFull()
    return known.code
  }
  parts.logBug(error)
  return 'internal'
}
