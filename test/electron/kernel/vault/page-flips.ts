import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createDatabase, openWriter } from '../../../../electron/kernel/vault/open-connection.ts'
import { verifyPages } from '../../../../electron/kernel/vault/page-verifier.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'

export interface FlipReport {
  /** Flips that the verifier found, on the right page. */
  readonly found: number
  /** Flips after which SQLite answered with something else than was stored, without an error. */
  readonly wrongAnswers: number
}

/** A database of a few dozen pages, some of them free, and its key. */
export function makeRows(path: string): Buffer {
  const key = randomBytes(32)
  const connection = createDatabase(path, key)
  connection.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; CREATE INDEX note_text ON note (text)')
  const insert = connection.prepare('INSERT INTO note VALUES (?, ?)')
  connection.transaction(() => {
    for (let id = 1; id <= 400; id++) insert.run(id, `${id}:${'text '.repeat(40)}`)
  })()
  connection.exec('DELETE FROM note WHERE id % 5 = 0; DELETE FROM note WHERE id > 300')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  return key
}

/** Flips one random bit at a time in a copy and asks the verifier and SQLite. */
export async function flipBits(path: string, key: Buffer, times: number): Promise<FlipReport> {
  const whole = readFileSync(path)
  const copy = `${path}.copy`
  const expected = readRows(path, key)
  let found = 0
  let wrongAnswers = 0
  for (let round = 0; round < times; round++) {
    const bit = randomInt(whole.length * 8)
    const flipped = Buffer.from(whole)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(copy, flipped)
    const { bad } = await verifyPages(copy, key)
    // the salt is in the first bytes: with it changed no page's HMAC can be worked out
    const page = Math.floor(bit / 8 / 4096) + 1
    if (bit < 128 ? bad.length === whole.length / 4096 : bad.length === 1 && bad[0] === page) found += 1
    const answer = readRows(copy, key)
    if (answer !== 'damaged' && answer !== expected) wrongAnswers += 1
  }
  return { found, wrongAnswers }
}

/** All rows by table and by index as one text; `damaged` when the program would have been told. */
function readRows(path: string, key: Buffer): string {
  try {
    const connection = openWriter(path, key)
    try {
      const byTable = connection.prepare('SELECT id, text FROM note ORDER BY id').raw().all()
      const byIndex = connection.prepare('SELECT text FROM note INDEXED BY note_text ORDER BY text').raw().all()
      return JSON.stringify([byTable, byIndex])
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return 'damaged'
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT') return 'damaged'
    throw error
  }
}
