import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FromBatchThread, ToBatchThread } from './batch-messages.ts'
import type { Batch, BatchSource } from './job-runner.ts'

/** Batches on their way at any time: enough that neither side waits, few enough that memory stays flat. */
const batchesOnTheWay = 3
const graceMs = 2_000

export interface BatchThread {
  /** A script that calls `postBatches(parentPort, …)`. */
  readonly url: URL
  readonly workerData: unknown
}

type Arrival = FromBatchThread | { readonly type: 'crashed'; readonly error: unknown } | { readonly type: 'gone' }

/** A source that prepares its batches on a thread of its own, with back-pressure. */
export function threadSource(thread: BatchThread): BatchSource {
  const worker = new Worker(thread.url, { workerData: thread.workerData })
  const arrivals = createArrivals()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: ToBatchThread): void => worker.postMessage(message)
  let counts: Readonly<Record<string, number>> = {}
  let isStopped = false
  let lastResort: NodeJS.Timeout | undefined
  worker.on('message', (message: FromBatchThread) => arrivals.add(message))
  worker.on('error', (error: unknown) => arrivals.add({ type: 'crashed', error }))
  worker.on('exit', () => {
    clearTimeout(lastResort)
    arrivals.add({ type: 'gone' })
  })
  post({ type: 'credit', n: batchesOnTheWay })

  const stop = (): void => {
    if (isStopped) return
    isStopped = true
    post({ type: 'stop' })
    arrivals.add({ type: 'gone' })
    // a thread ends by itself; one that is stuck in its work does not
    lastResort = setTimeout(() => void worker.terminate(), graceMs)
    lastResort.unref()
  }

  async function* batches(): AsyncGenerator<Batch, void> {
    for (;;) {
      const arrival = await arrivals.next()
      if (isStopped) return
      switch (arrival.type) {
        case 'batch':
          yield arrival.batch
          post({ type: 'credit', n: 1 })
          break
        case 'end':
          counts = arrival.counts
          return
        case 'failed':
          throw new AppError(arrival.code)
        case 'crashed':
          throw arrival.error
        case 'gone':
          throw new Error('a job thread ended before its work did')
      }
    }
  }
  return { batches: batches(), counts: () => counts, stop }
}

/**
 * Where a worker's script is: beside the built program's files, or in `electron/` when the sources run as they are.
 * `base` is the caller's `import.meta.url`.
 */
export function workerUrl(name: string, base: string): URL {
  if (!base.endsWith('.ts')) return new URL(`${name}.js`, base)
  const root = base.lastIndexOf('/electron/')
  if (root === -1) throw new Error('worker scripts are found from files in electron/ only')
  return new URL(`${base.slice(0, root)}/electron/${name}.ts`)
}

function createArrivals(): { readonly add: (arrival: Arrival) => void; readonly next: () => Promise<Arrival> } {
  const waiting: Arrival[] = []
  let wake: (() => void) | null = null
  return {
    add: arrival => {
      waiting.push(arrival)
      wake?.()
    },
    next: async () => {
      for (;;) {
        const arrival = waiting.shift()
        if (arrival !== undefined) return arrival
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
  }
}
