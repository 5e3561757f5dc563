import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWriter } from '../../electron/kernel/vault/open-connection.ts'
import { databaseFiles } from '../../electron/kernel/vault/vault-files.ts'
import { createEntryVault, readEntryVault } from './power-loss/entry-vault.ts'
import { seededRandom } from './power-loss/seeded-random.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/**
 * T10 (security design, section 3): a write-ahead log left beside an older copy of the same vault brings newer rows
 * back without a word. The control shows that SQLite does it; putting a copy in place by our list of files does not.
 */
const cases = tortureScale({ short: 10, long: 50 })
let scratch = ''

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'stale-journal-'))
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

test('no row comes back when an older copy is put in place of a vault that was killed', () => {
  const random = seededRandom(10)
  let resurrected = 0
  let control = 0
  for (let n = 0; n < cases; n += 1) {
    const older = 1 + Math.floor(random() * 40)
    const made = vaultWithOlderCopy(older, older + 1 + Math.floor(random() * 40))

    copyFileSync(made.copy, made.path)
    if (readEntryVault(made.folder, made.keyHex).count !== older) control += 1

    const again = vaultWithOlderCopy(older, older + 5)
    for (const file of databaseFiles(again.path)) rmSync(file, { force: true })
    renameSync(again.copy, again.path)
    if (readEntryVault(again.folder, again.keyHex).count !== older) resurrected += 1
  }

  printFigures('T10 stale write-ahead log', { cases, resurrected, 'resurrected without our removal (control)': control })
  expect(resurrected).toBe(0)
  expect(control).toBeGreaterThan(0)
})

interface Made {
  readonly folder: string
  readonly path: string
  readonly copy: string
  readonly keyHex: string
}

/** A vault copied at `older` rows, then filled to `newer` rows and left as a killed program leaves it: log not emptied. */
function vaultWithOlderCopy(older: number, newer: number): Made {
  const folder = mkdtempSync(join(scratch, 'vault-'))
  const keyHex = createEntryVault(folder)
  const path = join(folder, 'vault.db')
  const copy = join(scratch, `copy-${keyHex.slice(0, 12)}.db`)
  fill(path, keyHex, 1, older)
  copyFileSync(path, copy)
  const left = join(scratch, `left-${keyHex.slice(0, 12)}`)
  const db = openWriter(path, Buffer.from(keyHex, 'hex'))
  insertRows(db, older + 1, newer)
  const files = databaseFiles(path)
  // copied in a moment when nothing is written, through a second name; the connection is not used afterwards
  files.forEach((file, index) => {
    try {
      copyFileSync(file, `${left}-${index}`)
    } catch {
      // not every companion file exists at every moment
    }
  })
  db.close()
  for (const file of files) rmSync(file, { force: true })
  files.forEach((file, index) => {
    try {
      renameSync(`${left}-${index}`, file)
    } catch {
      // was not there
    }
  })
  return { folder, path, copy, keyHex }
}

function fill(path: string, keyHex: string, from: number, to: number): void {
  const db = openWriter(path, Buffer.from(keyHex, 'hex'))
  insertRows(db, from, to)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function insertRows(db: ReturnType<typeof openWriter>, from: number, to: number): void {
  const insert = db.prepare('INSERT INTO entry (seq, payload) VALUES (?, ?)')
  for (let seq = from; seq <= to; seq += 1) insert.run(seq, Buffer.alloc(200, seq % 251))
}
