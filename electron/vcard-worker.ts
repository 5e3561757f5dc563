import { parentPort, workerData } from 'node:worker_threads'
import { assertNonNullable } from '../shared/kernel/assert.ts'
import { type VCardImport, vcardBatches } from './features/imports/vcard-batches.ts'
import { postBatches } from './kernel/jobs/post-batches.ts'

assertNonNullable(parentPort, 'this script is started as a worker thread')
// the one caller is imports.vcard, which passes this shape
await postBatches(parentPort, vcardBatches(workerData as VCardImport))
