import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { checkpointPassive, checkpointTruncate, readLogState } from '../../../../electron/kernel/vault/checkpoint.ts'
import { createDatabase, openReader } from '../../../../electron/kernel/vault/open-connection.ts'
import { tempFolder } from './vault-bench.ts'

function aWriter(): { writer: Database.Database; path: string; key: Buffer } {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const writer = createDatabase(path, key)
  onTestFinished(() => void writer.close())
  writer.exec('CREATE TABLE note (text TEXT) STRICT')
  checkpointTruncate(writer)
  return { writer, path, key }
}

test('looking at the log changes nothing and tells what was copied', () => {
  const { writer } = aWriter()
  expect(readLogState(writer)).toEqual({ written: 0, copied: 0 })
  writer.exec("INSERT INTO note VALUES ('a')")
  const before = readLogState(writer)
  const again = readLogState(writer)
  const after = checkpointPassive(writer)

  expect(before.written).toBeGreaterThan(0)
  expect([before.copied, again]).toEqual([0, before])
  expect([after, readLogState(writer)]).toEqual([{ written: before.written, copied: before.written }, after])
})

test('a copied log is emptied, one that a reader holds is not and nobody waits for it', () => {
  const { writer, path, key } = aWriter()
  const reader = openReader(path, key)
  onTestFinished(() => void reader.close())
  writer.exec("INSERT INTO note VALUES ('a')")
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM note').get()
  writer.exec("INSERT INTO note VALUES ('b')")
  expect(checkpointTruncate(writer)).toBe(false)
  expect(writer.pragma('busy_timeout', { simple: true })).toBe(5000)
  reader.exec('COMMIT')

  expect([checkpointTruncate(writer), statSync(`${path}-wal`).size]).toEqual([true, 0])
})
