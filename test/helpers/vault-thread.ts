import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createVaultHost, type VaultHost } from '../../electron/kernel/host/vault-host.ts'
import { newRecoveryCode } from '../../electron/kernel/vault/recovery-code.ts'
import type { CallAnswer, CallInput, ChannelName, EventPayload } from '../../shared/contract.ts'
import type { Job } from '../../shared/features/jobs/job.ts'
import type { LockReason } from '../../shared/features/vault/vault.ts'
import type { Failure, Result } from '../../shared/kernel/result.ts'

export const testPassword = 'ginkgo-lantern-47'

interface Told {
  readonly name: string
  readonly payload: unknown
}

/** The real vault worker on its own thread, driven through the real host, with a vault in a folder of its own. */
export interface VaultThread {
  readonly folder: string
  readonly host: VaultHost
  readonly recoveryCode: string
  readonly staffId: () => string
  readonly events: readonly Told[]
  readonly stopped: readonly Failure[]
  readonly create: () => Promise<void>
  readonly open: (password?: string) => Promise<Result<unknown>>
  readonly lock: (reason?: LockReason) => Promise<void>
  /** Throws with the failure's code when the answer is none. */
  readonly call: <N extends ChannelName>(name: N, input: CallInput<N>) => Promise<CallAnswer<N>>
  readonly tryCall: (name: string, input: unknown) => Promise<Result<unknown>>
  /** Starts an import of that file and waits until its job is over. */
  readonly importFile: (path: string) => Promise<Job>
  readonly jobEnd: (jobId: string) => Promise<Job>
  readonly remove: () => Promise<void>
}

export function startVaultThread(options: { readonly folder?: string } = {}): VaultThread {
  const base = mkdtempSync(join(tmpdir(), 'zhanggui-thread-'))
  const folder = options.folder ?? join(base, 'vault')
  const events: Told[] = []
  const stopped: Failure[] = []
  const waiting = new Set<() => void>()
  const host = createVaultHost({
    spawn: () => new Worker(new URL('../../electron/vault-worker.ts', import.meta.url), { workerData: { programFolder: base } }),
    onEvent: (name, payload) => {
      events.push({ name, payload })
      for (const wake of waiting) wake()
    },
    onStopped: failure => stopped.push(failure),
    onBug: error => {
      throw error
    },
    onTerminated: () => undefined,
    closeTimeoutMs: 20_000,
  })
  let staffId = ''
  const recoveryCode = newRecoveryCode()
  const tryCall: VaultThread['tryCall'] = (name, input) => host.call(name, input)
  const call: VaultThread['call'] = async (name, input) => {
    const result = await tryCall(name, input)
    // the worker parsed the answer with the contract's schema
    if (result.ok) return result.value as CallAnswer<typeof name>
    throw new Error(`${name}: ${result.failure.code} ${result.failure.field ?? ''}`)
  }
  const jobEnd = async (jobId: string): Promise<Job> => {
    for (;;) {
      const job = jobsTold(events).findLast(told => told.id === jobId)
      if (job !== undefined && job.state !== 'running' && job.state !== 'cancelling') return job
      await new Promise<void>(resolve => {
        const wake = (): void => {
          waiting.delete(wake)
          resolve()
        }
        waiting.add(wake)
      })
    }
  }
  return {
    folder,
    host,
    recoveryCode,
    staffId: () => staffId,
    events,
    stopped,
    create: async () => {
      const result = await host.create({
        folder,
        shopName: '示例店铺',
        ownerName: 'Sample owner',
        password: testPassword,
        recoveryCode,
      })
      if (!result.ok) throw new Error(result.failure.code)
      staffId = result.value.me.id
    },
    open: (password = testPassword) => host.open({ folder, staffId, password }),
    lock: (reason = 'manual') => host.close(reason),
    call,
    tryCall,
    importFile: async path => {
      const token = `file-${'0'.repeat(24)}${String(events.length).padStart(8, '0')}`
      host.grantFile(token, path)
      const { jobId } = await call('imports.vcard', { file: token })
      return jobEnd(jobId)
    },
    jobEnd,
    remove: async () => {
      await host.close('quit')
      rmSync(base, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function jobsTold(events: readonly Told[]): readonly Job[] {
  return events.filter(event => event.name === 'jobs.changed').map(event => event.payload as EventPayload<'jobs.changed'>)
}
