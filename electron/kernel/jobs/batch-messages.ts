import type { AppErrorCode } from '../../../shared/kernel/app-error.ts'
import type { Batch } from './job-runner.ts'

/** Vault worker to job thread. A thread may post as many batches as it was given credits, no more. */
export type ToBatchThread = { readonly type: 'credit'; readonly n: number } | { readonly type: 'stop' }

/** Job thread to vault worker. A bug is thrown instead and ends the thread. */
export type FromBatchThread =
  | { readonly type: 'batch'; readonly batch: Batch }
  | { readonly type: 'end'; readonly counts: Readonly<Record<string, number>> }
  | { readonly type: 'failed'; readonly code: AppErrorCode }
