import type { LockReason } from '../../../shared/features/vault/vault.ts'
import { type Failure, fail, type Result } from '../../../shared/kernel/result.ts'
import type { FromVaultWorker, ToVaultWorker } from '../ipc/worker-protocol.ts'
import type { WorkerThread } from './worker-thread.ts'

export interface HostedThreadEvents {
  readonly onMessage: (message: Exclude<FromVaultWorker, { type: 'answer' }>) => void
  readonly onBug: (error: unknown) => void
  readonly onEnded: () => void
}

/** One life of the worker's thread: who waits for an answer, and how it ends. */
export interface HostedThread {
  /** Sends a message and waits for its answer; a message that cannot be cloned is invalid-input. */
  readonly ask: (message: (id: number) => ToVaultWorker) => Promise<Result<unknown>>
  readonly tell: (message: ToVaultWorker) => void
  /** Answers everybody with `locked`, asks the thread to close, ends it by force only after the timeout. */
  readonly close: (reason: LockReason, timeoutMs: number, onTerminated: () => void) => Promise<void>
}

export function hostThread(worker: WorkerThread, events: HostedThreadEvents): HostedThread {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  const ended = Promise.withResolvers<void>()
  let lastId = 0
  let hasEnded = false

  const answerAll = (failure: Failure): void => {
    for (const answer of waiting.values()) answer(fail(failure))
    waiting.clear()
  }
  worker.on('message', (message: FromVaultWorker) => {
    if (message.type !== 'answer') {
      events.onMessage(message)
      return
    }
    waiting.get(message.id)?.(message.result)
    waiting.delete(message.id)
  })
  worker.on('error', events.onBug)
  worker.on('messageerror', events.onBug)
  worker.on('exit', () => {
    hasEnded = true
    answerAll({ code: 'vault-stopped' })
    ended.resolve()
    events.onEnded()
  })

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: ToVaultWorker): void => worker.postMessage(message)

  const ask: HostedThread['ask'] = message => {
    if (hasEnded) return Promise.resolve(fail({ code: 'vault-stopped' }))
    const id = ++lastId
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>()
    waiting.set(id, resolve)
    try {
      post(message(id))
    } catch {
      waiting.delete(id)
      resolve(fail({ code: 'invalid-input' }))
    }
    return promise
  }

  return {
    ask,
    tell: post,
    close: async (reason, timeoutMs, onTerminated) => {
      answerAll({ code: 'locked' })
      void ask(id => ({ type: 'close', id, reason }))
      if (await isDoneWithin(ended.promise, timeoutMs)) return
      onTerminated()
      await worker.terminate()
    },
  }
}

async function isDoneWithin(work: Promise<void>, timeoutMs: number): Promise<boolean> {
  const timeout = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => timeout.resolve(false), timeoutMs)
  try {
    return await Promise.race([work.then(() => true), timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}
