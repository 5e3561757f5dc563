import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blobKey, partBytes, readBlob, storeBlob } from '../../../../electron/kernel/blobs/blob-store.ts'
import type { SqlParams } from '../../../../electron/kernel/db/database.ts'
import { writeLocal } from '../../../../electron/kernel/db/write-local.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault()
})
afterEach(() => vault.close())

const store = (bytes: Uint8Array, type = 'image/png') =>
  storeBlob((sql: string, ...params: SqlParams) => writeLocal(vault.db, sql, ...params), { type, bytes }, 1000)
const count = (table: string) => vault.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n

test('bytes are read back as they were stored, in parts, whatever their length', () => {
  for (const length of [1, partBytes - 1, partBytes, partBytes + 1, 3 * partBytes]) {
    const bytes = randomBytes(length)
    const key = store(bytes)

    expect(key).toBe(blobKey(bytes))
    const read = readBlob(vault.db, key)
    expect(read?.type).toBe('image/png')
    expect(Buffer.compare(read?.bytes ?? new Uint8Array(), bytes)).toBe(0)
  }
  expect(count('_blob_part')).toBe(1 + 1 + 1 + 2 + 3)
})

test('the same bytes are stored once', () => {
  const bytes = randomBytes(partBytes + 10)

  expect(store(bytes)).toBe(store(Buffer.from(bytes)))
  expect([count('_blob'), count('_blob_part')]).toEqual([1, 2])
})

test('nothing is read where there is nothing of that key, or a part is missing', () => {
  const key = store(randomBytes(partBytes + 10))
  expect(readBlob(vault.db, blobKey(Buffer.from('other')))).toBeUndefined()

  vault.db.run('DELETE FROM _blob_part WHERE n = 0')

  expect(readBlob(vault.db, key)).toBeUndefined()
})
