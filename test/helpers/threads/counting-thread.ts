import { parentPort, workerData } from 'node:worker_threads'
import { postBatches } from '../../../electron/kernel/jobs/post-batches.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { idOf, insertPerson } from '../shop-tables.ts'

/** Gives `count` batches of one person each; then fails or crashes where it is told to. */
export interface CountingThreadData {
  readonly count: number
  readonly end: 'ok' | 'fail' | 'crash' | 'exit'
  /** Counts the batches that were asked for so far. */
  readonly made: Int32Array
}

const { count, end, made } = workerData as CountingThreadData // given by the test that starts it

function* batches() {
  for (let n = 1; n <= count; n += 1) {
    Atomics.add(made, 0, 1)
    yield { changes: [insertPerson(idOf(n))], done: n, total: count, records: n }
  }
  if (end === 'fail') throw new AppError('file-not-vcard')
  if (end === 'crash') throw new Error('bug in the thread')
  if (end === 'exit') process.exit(0)
}

if (parentPort !== null) await postBatches(parentPort, { batches: batches(), counts: () => ({ imported: count }) })
