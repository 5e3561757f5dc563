import { parentPort, workerData } from 'node:worker_threads'
import { assertNonNullable } from '../shared/kernel/assert.ts'
import type { CheckpointThreadData } from './kernel/vault/checkpoint-thread.ts'
import { serveCheckpoints } from './kernel/vault/serve-checkpoints.ts'

assertNonNullable(parentPort, 'this script is started as a worker thread')
// the one caller is startCheckpointThread, which passes this shape
serveCheckpoints(parentPort, workerData as CheckpointThreadData)
