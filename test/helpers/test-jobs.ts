import type { Change } from '../../electron/kernel/changes/change.ts'
import { newId } from '../../electron/kernel/clock.ts'
import { createJobRunner } from '../../electron/kernel/jobs/create-job-runner.ts'
import type { Housekeeping } from '../../electron/kernel/jobs/job-parts.ts'
import type { Batch, BatchSource, JobRunner, JobStart } from '../../electron/kernel/jobs/job-runner.ts'
import type { EventName } from '../../shared/contract.ts'
import type { Job } from '../../shared/features/jobs/job.ts'
import { importAct } from './shop-tables.ts'
import type { TestVault } from './test-vault.ts'

export interface TestJobs {
  readonly jobs: JobRunner
  readonly events: { readonly name: EventName; readonly payload: unknown }[]
  readonly bugs: unknown[]
  /** How often a job said that the disk is full. */
  readonly fullDisks: () => number
  /** Waits until the job is over. */
  readonly ended: (id: string) => Promise<Job>
}

/** A real job runner over a test vault, its events collected. */
export function startTestJobs(vault: TestVault, betweenBatches: readonly Housekeeping[] = []): TestJobs {
  const events: { name: EventName; payload: unknown }[] = []
  const bugs: unknown[] = []
  let fullDisks = 0
  const jobs = createJobRunner({
    db: vault.db,
    spine: vault.spine,
    emit: (name, payload) => events.push({ name, payload }),
    now: vault.now,
    newId,
    actor: vault.actor,
    logBug: error => bugs.push(error),
    onDiskFull: () => void (fullDisks += 1),
    betweenBatches,
  })
  const ended = async (id: string): Promise<Job> => {
    for (;;) {
      const job = jobs.list().find(one => one.id === id)
      if (job === undefined) throw new Error('no such job')
      if (job.state !== 'running' && job.state !== 'cancelling') return job
      await new Promise<void>(resolve => void setImmediate(resolve))
    }
  }
  return { jobs, events, bugs, fullDisks: () => fullDisks, ended }
}

export interface TestSource {
  readonly changes: readonly (readonly Change[])[]
  /** Runs before the nth batch (from 0) is given; may throw or wait. */
  readonly before?: (n: number) => void | Promise<void>
}

/** A source of ready batches; `stops` counts how often it was told to stop. */
export function testSource(source: TestSource): BatchSource & { readonly stops: () => number } {
  let stops = 0
  async function* batches(): AsyncGenerator<Batch, void> {
    for (const [n, changes] of source.changes.entries()) {
      await source.before?.(n)
      if (stops > 0) return
      yield { changes, done: n + 1, total: source.changes.length, records: n + 1 }
    }
  }
  return {
    batches: batches(),
    counts: () => ({ imported: source.changes.length }),
    stop: () => void (stops += 1),
    stops: () => stops,
  }
}

export function importJob(open: JobStart['open']): JobStart {
  return { kind: 'vcard-import', subject: 'cards.vcf', act: importAct, open }
}
