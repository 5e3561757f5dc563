import type { MessagePort } from 'node:worker_threads'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FromBatchThread, ToBatchThread } from './batch-messages.ts'
import type { Batch } from './job-runner.ts'

export interface BatchProducer {
  readonly batches: AsyncIterable<Batch> | Iterable<Batch>
  /** Asked after the last batch. */
  readonly counts: () => Readonly<Record<string, number>>
}

/**
 * The job thread's side: posts batches as fast as the writer takes them, then the counts, then lets the thread end.
 * An AppError becomes the job's failure; anything else is thrown on.
 */
export async function postBatches(port: MessagePort, producer: BatchProducer): Promise<void> {
  const flow = listenForCredits(port)
  const post = (message: FromBatchThread): void => port.postMessage(message)
  try {
    for await (const batch of producer.batches) {
      if (!(await flow.takeCredit())) return
      post({ type: 'batch', batch })
    }
    post({ type: 'end', counts: producer.counts() })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    post({ type: 'failed', code: error.code })
  } finally {
    port.close()
  }
}

/** `takeCredit` waits until a batch may be posted; false when the writer wants no more. */
function listenForCredits(port: MessagePort): { readonly takeCredit: () => Promise<boolean> } {
  const state = { credits: 0, isStopped: false, wake: (): void => undefined }
  port.on('message', (message: ToBatchThread) => {
    if (message.type === 'credit') state.credits += message.n
    else state.isStopped = true
    state.wake()
  })
  const takeCredit = async (): Promise<boolean> => {
    while (state.credits === 0 && !state.isStopped) {
      await new Promise<void>(resolve => {
        state.wake = resolve
      })
    }
    state.credits -= 1
    return !state.isStopped
  }
  return { takeCredit }
}
