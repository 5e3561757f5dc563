import { vaultSlices } from '../../electron/compose.ts'
import type { Actor } from '../../electron/kernel/changes/change.ts'
import { createSpine } from '../../electron/kernel/changes/spine.ts'
import { newId, systemNow } from '../../electron/kernel/clock.ts'
import type { WritableDb } from '../../electron/kernel/db/database.ts'
import { createVaultSession } from '../../electron/kernel/ipc/vault-session.ts'
import { createJobRunner } from '../../electron/kernel/jobs/create-job-runner.ts'
import type { OpenVault } from '../../electron/kernel/vault/open-vault.ts'
import type { CallAnswer, CallInput, ChannelName } from '../../shared/contract.ts'
import type { Job } from '../../shared/features/jobs/job.ts'

export interface BenchSession {
  /** A call as main hands it over: name, permission, input and answer are checked. Throws for a failure. */
  readonly call: <N extends ChannelName>(name: N, input: CallInput<N>) => Promise<CallAnswer<N>>
  /** Resolves when the job is over. Throws when it failed. */
  readonly jobEnd: (jobId: string) => Promise<Job>
}

/** The handlers of the vault worker on any connection, in this thread. */
export function openBenchSession(db: WritableDb, staffId: string, noteCommit: () => void): BenchSession {
  const actor: Actor = { staffId, role: 'owner' }
  const { tables, derived, channels, handlers } = vaultSlices
  const spine = createSpine(db, { tables, derived, now: systemNow, deviceNode: Buffer.from('be9cbe9cbe9cbe9c', 'hex') })
  const fail = (error: unknown): never => {
    throw error
  }
  const jobs = createJobRunner({
    db,
    spine,
    emit: () => undefined,
    now: systemNow,
    newId,
    actor,
    logBug: fail,
    onDiskFull: () => undefined,
    betweenBatches: [
      { everyBatches: 1, run: noteCommit },
      // asks for nothing but the writer
      ...vaultSlices.housekeeping({ writer: db } as OpenVault),
    ],
  })
  const session = createVaultSession({
    channels,
    handlers,
    db,
    spine,
    jobs,
    actor,
    now: systemNow,
    newId,
    filePath: () => '',
    logBug: (_, error) => fail(error),
    afterCommit: () => {
      noteCommit()
      spine.takeWritten()
    },
    onDiskFull: () => undefined,
  })
  return {
    call: async (name, input) => {
      const result = await session.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.failure.code}`)
      return result.value as CallAnswer<typeof name> // the dispatcher parsed it
    },
    jobEnd: async jobId => {
      for (;;) {
        const job = jobs.list().find(one => one.id === jobId)
        if (job?.state === 'done') return job
        if (job?.state !== 'running') throw new Error(`the job ended as ${job?.state ?? 'nothing'}`)
        await new Promise(resolve => setImmediate(resolve))
      }
    },
  }
}
