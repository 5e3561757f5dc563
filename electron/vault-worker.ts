import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { assertNonNullable } from '../shared/kernel/assert.ts'
import { vaultSlices } from './compose.ts'
import { createVaultService } from './kernel/host/vault-service.ts'
import type { ToVaultWorker } from './kernel/ipc/worker-protocol.ts'
import { createLog } from './kernel/log/log.ts'

/** The thread that owns the vault. Started by main, one message after the other (worker-protocol.ts). */
const WorkerData = z.strictObject({ programFolder: z.string().min(1) })

const port = parentPort
assertNonNullable(port, 'this file is a worker thread')
const { programFolder } = WorkerData.parse(workerData)

const service = createVaultService({
  slices: vaultSlices,
  post: message => port.postMessage(message),
  end: () => port.close(),
  log: createLog({ folder: join(programFolder, 'logs'), now: () => new Date() }),
  programFolder,
})
port.on('message', (message: ToVaultWorker) => void service.receive(message))
