import type { MessagePort } from 'node:worker_threads'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { checkpointPassive } from './checkpoint.ts'
import type { CheckpointThreadData, FromCheckpointThread, ToCheckpointThread } from './checkpoint-thread.ts'
import { openCheckpointer } from './open-connection.ts'

/** The checkpoint thread's side: a connection of its own that only copies the log, until it is told to close. */
export function serveCheckpoints(port: MessagePort, { path, key }: CheckpointThreadData): void {
  const secret = Buffer.from(key)
  const connection = openWiping(path, secret)
  const post = (message: FromCheckpointThread): void => port.postMessage(message)
  port.on('message', (message: ToCheckpointThread) => {
    if (message.type === 'close') {
      connection.close()
      port.close()
      return
    }
    try {
      checkpointPassive(connection)
      post({ type: 'copied' })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      post({ type: 'failed', code: error.code })
    }
  })
}

function openWiping(path: string, secret: Buffer): ReturnType<typeof openCheckpointer> {
  try {
    return openCheckpointer(path, secret)
  } finally {
    secret.fill(0)
  }
}
