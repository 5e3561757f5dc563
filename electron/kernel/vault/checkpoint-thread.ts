import { Worker } from 'node:worker_threads'
import { AppError, type AppErrorCode } from '../../../shared/kernel/app-error.ts'
import type { Checkpointer } from './checkpoint-policy.ts'

/** Longest wait for the copy under way when the vault closes. */
const graceMs = 5_000

export type ToCheckpointThread = { readonly type: 'copy' } | { readonly type: 'close' }
/** A bug is thrown instead and ends the thread. */
export type FromCheckpointThread = { readonly type: 'copied' } | { readonly type: 'failed'; readonly code: AppErrorCode }

export interface CheckpointThreadData {
  readonly path: string
  /** The database's key in shared memory, wiped by whoever is done with it first. */
  readonly key: SharedArrayBuffer
}

export interface CheckpointThreadParts {
  /** A script that calls `serveCheckpoints`. */
  readonly url: URL
  readonly path: string
  /** Stays the caller's, who wipes it after `close`. */
  readonly key: Buffer
}

/** Starts its thread when it is first needed, and another one after one that broke. */
export function startCheckpointThread(parts: CheckpointThreadParts): Checkpointer {
  let thread: Thread | null = null
  let isClosed = false
  return {
    run: () => {
      if (isClosed) return Promise.reject(new Error('the checkpoint thread was closed'))
      if (thread === null || thread.hasEnded()) thread = startThread(parts)
      return thread.copy()
    },
    close: async () => {
      isClosed = true
      await thread?.close()
    },
  }
}

interface Thread {
  readonly hasEnded: () => boolean
  readonly copy: () => Promise<void>
  readonly close: () => Promise<void>
}

function startThread({ url, path, key }: CheckpointThreadParts): Thread {
  const data: CheckpointThreadData = { path, key: new SharedArrayBuffer(key.length) }
  const shared = Buffer.from(data.key)
  key.copy(shared)
  const worker = new Worker(url, { workerData: data })
  worker.unref()
  const ended = Promise.withResolvers<void>()
  const waiting: PromiseWithResolvers<void>[] = []
  let hasEnded = false
  let reason: unknown = new Error('the checkpoint thread ended by itself')
  worker.on('message', (message: FromCheckpointThread) => {
    const asked = waiting.shift()
    if (message.type === 'copied') asked?.resolve()
    else asked?.reject(new AppError(message.code))
  })
  worker.on('error', (error: unknown) => {
    reason = error
  })
  worker.on('exit', () => {
    hasEnded = true
    shared.fill(0)
    for (const asked of waiting.splice(0)) asked.reject(reason)
    ended.resolve()
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: ToCheckpointThread): void => worker.postMessage(message)
  return {
    hasEnded: () => hasEnded,
    copy: () => {
      const asked = Promise.withResolvers<void>()
      waiting.push(asked)
      post({ type: 'copy' })
      return asked.promise
    },
    close: async () => {
      if (hasEnded) return
      worker.ref()
      post({ type: 'close' })
      // a thread ends by itself; one that is stuck in its work does not
      const lastResort = setTimeout(() => void worker.terminate(), graceMs)
      await ended.promise
      clearTimeout(lastResort)
    },
  }
}
