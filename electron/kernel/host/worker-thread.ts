import type { Worker } from 'node:worker_threads'

/** What the host uses of a worker thread. */
export type WorkerThread = Pick<Worker, 'on' | 'postMessage' | 'terminate'>
