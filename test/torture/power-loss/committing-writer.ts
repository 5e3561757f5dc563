import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openWriter } from '../../../electron/kernel/vault/open-connection.ts'

/**
 * Child of the power-loss and kill tests: commits row after row to `<folder>/vault.db` and acknowledges each one,
 * after its commit, by eight bytes in `<folder>/acks` and a line on stdout.
 * Arguments: folder, key (hex), FULL or NORMAL, how many commits (0 = until killed).
 */
const [folder = '', keyHex = '', synchronous = 'FULL', commits = '0'] = process.argv.slice(2)

const db = openWriter(join(folder, 'vault.db'), Buffer.from(keyHex, 'hex'))
db.pragma(`synchronous = ${synchronous}`)
const insert = db.prepare('INSERT INTO entry (seq, payload) VALUES (?, ?)')
const known = db.prepare<[], { last: number | null }>('SELECT max(seq) AS last FROM entry').get()
const acks = openSync(join(folder, 'acks'), 'a')
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
  if (n % 40 === 0) db.pragma(n % 80 === 0 ? 'wal_checkpoint(TRUNCATE)' : 'wal_checkpoint(PASSIVE)')
}
db.close()
