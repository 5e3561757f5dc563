import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationId, openWriter } from '../../electron/kernel/vault/open-connection.ts'
import { loadReferenceSqlcipher } from '../helpers/reference-sqlcipher.ts'
import { createEntryVault, readEntryVault } from './power-loss/entry-vault.ts'

/** T29 (security design, section 3): owners can open their own file with SQLCipher itself, and we can open SQLCipher's. */
const openReference = loadReferenceSqlcipher()
let scratch = ''

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'interop-'))
  if (openReference === null) process.stdout.write('  skipped: the reference SQLCipher is not built\n')
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

test.runIf(openReference !== null)(
  'SQLCipher opens a vault with its raw key, finds every page intact and every row equal',
  async () => {
    const folder = mkdtempSync(join(scratch, 'ours-'))
    const keyHex = createEntryVault(folder)
    const ours = openWriter(join(folder, 'vault.db'), Buffer.from(keyHex, 'hex'))
    const insert = ours.prepare('INSERT INTO entry (seq, payload) VALUES (?, ?)')
    ours.transaction(() => {
      for (let seq = 1; seq <= 500; seq += 1) insert.run(seq, randomBytes(100))
    })()
    const rows = ours.prepare<[], { seq: number; hex: string }>('SELECT seq, hex(payload) AS hex FROM entry ORDER BY seq').all()
    ours.pragma('wal_checkpoint(TRUNCATE)')
    ours.close()

    const reference = await openReference?.(join(folder, 'vault.db'))
    await reference?.exec(`PRAGMA key = "x'${keyHex}'"`)
    const complaints = await reference?.all('PRAGMA cipher_integrity_check')
    const theirs = await reference?.all('SELECT seq, hex(payload) AS hex FROM entry ORDER BY seq')
    await reference?.close()

    expect(complaints).toEqual([])
    expect(theirs).toEqual(rows)
  },
)

test.runIf(openReference !== null)('we open a vault that SQLCipher wrote with a raw key', async () => {
  const folder = mkdtempSync(join(scratch, 'theirs-'))
  const keyHex = randomBytes(32).toString('hex')
  const reference = await openReference?.(join(folder, 'vault.db'))
  await reference?.exec(`PRAGMA key = "x'${keyHex}'"; PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL;
    CREATE TABLE entry (seq INTEGER PRIMARY KEY, payload BLOB NOT NULL) STRICT; INSERT INTO entry VALUES (1, x'00ff'), (2, x'0102')`)
  await reference?.close()

  expect(readEntryVault(folder, keyHex)).toEqual({ opened: true, intact: true, last: 2, count: 2 })
})
