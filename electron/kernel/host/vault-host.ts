import type { LockReason } from '../../../shared/features/vault/vault.ts'
import { type Failure, fail, type Result } from '../../../shared/kernel/result.ts'
import type {
  CreateVaultRequest,
  FromVaultWorker,
  OpenedVault,
  OpenVaultRequest,
  RecoverVaultRequest,
  ToVaultWorker,
} from '../ipc/worker-protocol.ts'
import { type HostedThread, hostThread } from './hosted-thread.ts'
import type { WorkerThread } from './worker-thread.ts'

export interface VaultHostPorts {
  /** Starts a vault worker. */
  readonly spawn: () => WorkerThread
  readonly onEvent: (name: string, payload: unknown) => void
  /** The worker cannot go on, or ended without being asked; whoever waited for it has been answered. */
  readonly onStopped: (failure: Failure) => void
  readonly onBug: (error: unknown) => void
  /** A close that took too long was ended by force. */
  readonly onTerminated: () => void
  /** How long a close may take before the thread is ended by force. */
  readonly closeTimeoutMs: number
}

/** Owns the vault worker's thread. Every call is answered once, also when the thread dies or the vault locks meanwhile. */
export interface VaultHost {
  /** Starts the thread before it is needed, so that unlocking need not wait for it. */
  readonly warm: () => void
  readonly create: (request: CreateVaultRequest) => Promise<Result<OpenedVault>>
  readonly open: (request: OpenVaultRequest) => Promise<Result<OpenedVault>>
  readonly recover: (request: RecoverVaultRequest) => Promise<Result<OpenedVault>>
  readonly call: (channel: string, input: unknown) => Promise<Result<unknown>>
  /** Lets the worker read a file that a person chose. Nothing while locked. */
  readonly grantFile: (token: string, path: string) => void
  /** Answers what is under way with `locked`, then waits until the files are closed and the thread has ended. */
  readonly close: (reason: LockReason) => Promise<void>
}

type StartMessage = Extract<ToVaultWorker, { type: 'create' | 'open' | 'recover' }>

export function createVaultHost(ports: VaultHostPorts): VaultHost {
  let thread: HostedThread | null = null
  let closing: Promise<void> = Promise.resolve()

  const ensureThread = (): HostedThread => {
    if (thread !== null) return thread
    const started: HostedThread = hostThread(ports.spawn(), {
      onMessage: message => receive(message),
      onBug: ports.onBug,
      onEnded: () => {
        if (thread !== started) return
        thread = null
        ports.onStopped({ code: 'vault-stopped' })
      },
    })
    thread = started
    return started
  }

  const receive = (message: Exclude<FromVaultWorker, { type: 'answer' }>): void => {
    if (thread === null) return
    if (message.type === 'event') ports.onEvent(message.name, message.payload)
    else ports.onStopped(message.failure)
  }

  const start = async (message: (id: number) => StartMessage): Promise<Result<OpenedVault>> => {
    await closing
    // the worker answers these three with the vault that it opened
    return (await ensureThread().ask(message)) as Result<OpenedVault>
  }

  return {
    warm: () => void closing.then(() => ensureThread()),
    create: request => start(id => ({ type: 'create', id, request })),
    open: request => start(id => ({ type: 'open', id, request })),
    recover: request => start(id => ({ type: 'recover', id, request })),
    call: (channel, input) =>
      thread?.ask(id => ({ type: 'call', id, channel, input })) ?? Promise.resolve(fail({ code: 'locked' })),
    grantFile: (token, path) => thread?.tell({ type: 'grant-file', token, path }),
    close: reason => {
      const ending = thread
      thread = null
      if (ending !== null) closing = closing.then(() => ending.close(reason, ports.closeTimeoutMs, ports.onTerminated))
      return closing
    },
  }
}
