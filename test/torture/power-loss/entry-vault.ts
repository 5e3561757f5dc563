import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createDatabase, openWriter } from '../../../electron/kernel/vault/open-connection.ts'

/** A keyed database with one table `entry(seq, payload)`, as committing-writer.ts fills it. Answers its key in hex. */
export function createEntryVault(folder: string): string {
  const key = randomBytes(32)
  const keyHex = key.toString('hex')
  const db = createDatabase(join(folder, 'vault.db'), key)
  db.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, payload BLOB NOT NULL) STRICT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return keyHex
}

export interface EntryState {
  readonly opened: boolean
  readonly intact: boolean
  readonly last: number
  readonly count: number
}

/** Opens it as the program does and reads everything. */
export function readEntryVault(folder: string, keyHex: string): EntryState {
  try {
    const db = openWriter(join(folder, 'vault.db'), Buffer.from(keyHex, 'hex'))
    try {
      const intact = db.pragma('integrity_check', { simple: true }) === 'ok'
      const row = db
        .prepare<[], { last: number | null; count: number }>('SELECT max(seq) AS last, count(*) AS count FROM entry')
        .get()
      return { opened: true, intact, last: row?.last ?? 0, count: row?.count ?? 0 }
    } finally {
      db.close()
    }
  } catch {
    // a vault that does not open counts as lost: the caller asserts on `opened`
    return { opened: false, intact: false, last: 0, count: 0 }
  }
}
