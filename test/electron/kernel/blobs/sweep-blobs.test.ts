import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeBlob } from '../../../../electron/kernel/blobs/blob-store.ts'
import { type BlobUse, keptMs, sweepBlobs } from '../../../../electron/kernel/blobs/sweep-blobs.ts'
import { stampMs } from '../../../../electron/kernel/changes/hybrid-clock.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault({ schema: 'CREATE TABLE _note (sha TEXT NOT NULL) STRICT' })
})
afterEach(() => vault.close())

const start = Date.UTC(2026, 0, 1)
const store = (text: string) =>
  storeBlob((sql, ...params) => vault.db.run(sql, ...params), { type: 'text/plain', bytes: Buffer.from(text) }, start)

test('a sweep asks what was written in the time in which an undo could bring it back, and only when something would go', () => {
  const asked: number[] = []
  const use: BlobUse = {
    inUseSql: 'SELECT 1 FROM _note WHERE _note.sha = b.sha',
    writtenSince: (_, since) => {
      asked.push(stampMs(since))
      return new Set()
    },
  }
  const kept = store('kept')
  store('gone')
  vault.db.run('INSERT INTO _note (sha) VALUES (?)', kept)

  expect(sweepBlobs(vault.db, use, start)).toBe(0)
  expect(sweepBlobs(vault.db, use, start + keptMs - 1)).toBe(0)
  expect(asked).toEqual([])
  expect(sweepBlobs(vault.db, use, start + keptMs)).toBe(1)
  expect(asked).toEqual([start])
  expect(vault.db.all('SELECT sha, unused FROM _blob')).toEqual([{ sha: kept, unused: null }])
})
