import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Checkpointer } from '../../../electron/kernel/vault/checkpoint-policy.ts'
import { startCheckpointThread } from '../../../electron/kernel/vault/checkpoint-thread.ts'
import { openWriter } from '../../../electron/kernel/vault/open-connection.ts'

/**
 * Child of the power-loss and kill tests: commits row after row to `<folder>/vault.db` and acknowledges each one,
 * after its commit, by eight bytes in `<folder>/acks` and a line on stdout.
 * Arguments: folder, key (hex), FULL or NORMAL, how many commits (0 = until killed), `thread` when the checkpoint
 * thread copies the log while rows are committed.
 */
const [folder = '', keyHex = '', synchronous = 'FULL', commits = '0', copies = 'here'] = process.argv.slice(2)

const path = join(folder, 'vault.db')
const key = Buffer.from(keyHex, 'hex')
const db = openWriter(path, key)
db.pragma(`synchronous = ${synchronous}`)
const insert = db.prepare('INSERT INTO entry (seq, payload) VALUES (?, ?)')
const known = db.prepare<[], { last: number | null }>('SELECT max(seq) AS last FROM entry').get()
const acks = openSync(join(folder, 'acks'), 'a')
const url = new URL('../../../electron/checkpoint-worker.ts', import.meta.url)
const checkpointer = copies === 'thread' ? startCheckpointThread({ url, path, key }) : null
await checkpointer?.run()
const limit = Number(commits) || Number.POSITIVE_INFINITY

for (let n = 1; n <= limit; n += 1) {
  const seq = (known?.last ?? 0) + n
  db.transaction(() => {
    insert.run(seq, Buffer.alloc(64 + ((seq * 7919) % 3000), seq % 251))
  })()
  const ack = Buffer.alloc(8)
  ack.writeDoubleLE(seq)
  writeSync(acks, ack)
  writeSync(1, `${seq}\n`)
  if (checkpointer !== null) await copyBeside(checkpointer, n)
  else if (n % 40 === 0) db.pragma(n % 80 === 0 ? 'wal_checkpoint(TRUNCATE)' : 'wal_checkpoint(PASSIVE)')
}
await checkpointer?.close()
db.close()

/** Copies while commits go on; now and then waits, so that the log begins anew, or empties it as at a lock. */
async function copyBeside(thread: Checkpointer, n: number): Promise<void> {
  if (n % 5 !== 0) return
  const copy = thread.run()
  if (n % 30 === 0) await copy
  if (n % 90 === 0) db.pragma('wal_checkpoint(TRUNCATE)')
}
