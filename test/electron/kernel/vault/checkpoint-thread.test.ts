import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { checkpointTruncate, readLogState } from '../../../../electron/kernel/vault/checkpoint.ts'
import type { Checkpointer } from '../../../../electron/kernel/vault/checkpoint-policy.ts'
import { startCheckpointThread } from '../../../../electron/kernel/vault/checkpoint-thread.ts'
import { createDatabase } from '../../../../electron/kernel/vault/open-connection.ts'
import { tempFolder } from './vault-bench.ts'

const script = new URL('../../../../electron/checkpoint-worker.ts', import.meta.url)

function aVault(): { writer: Database.Database; path: string; key: Buffer } {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const writer = createDatabase(path, key)
  onTestFinished(() => void writer.close())
  writer.exec('CREATE TABLE note (text TEXT) STRICT')
  checkpointTruncate(writer)
  return { writer, path, key }
}

function started(parts: { readonly path: string; readonly key: Buffer; readonly url?: URL }): Checkpointer {
  const thread = startCheckpointThread({ url: script, ...parts })
  onTestFinished(() => thread.close())
  return thread
}

/** How often this process has a file open; 0 where the system does not tell. */
function handlesOn(path: string): number {
  if (process.platform !== 'linux') return 0
  return readdirSync('/proc/self/fd').filter(fd => linkOf(fd) === path).length
}

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    // the folder's own handle is gone by now
    return ''
  }
}

test('everything committed is in the database after a copy, and the writer begins the log anew', async () => {
  const { writer, path, key } = aVault()
  const thread = started({ path, key })
  const before = statSync(path).size
  writer.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(1_000_000))
  await thread.run()
  const { written, copied } = readLogState(writer)
  expect([written > 200, copied]).toEqual([true, written])
  expect(statSync(path).size).toBeGreaterThan(before + 1_000_000)
  writer.exec("INSERT INTO note VALUES ('y')")

  expect(readLogState(writer).written).toBeLessThan(10)
})

test('the writer commits while the thread copies', async () => {
  const { writer, path, key } = aVault()
  const thread = started({ path, key })
  const insert = writer.prepare('INSERT INTO note VALUES (?)')
  let copies = 0
  for (let n = 0; n < 60; n += 1) {
    insert.run('x'.repeat(100_000))
    if (n % 10 === 0) void thread.run().then(() => (copies += 1))
    await new Promise(resolve => setImmediate(resolve))
  }
  await thread.run()

  expect(copies).toBe(6)
  expect(writer.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(writer.prepare('SELECT count(*) AS n, sum(length(text)) AS bytes FROM note').get()).toEqual({ n: 60, bytes: 6_000_000 })
})

test('after close no handle stays, and the writer closes the vault as if alone', async () => {
  const { writer, path, key } = aVault()
  const log = `${path}-wal`
  const alone = handlesOn(log)
  const thread = started({ path, key })
  await thread.run()
  if (process.platform === 'linux') expect(handlesOn(log)).toBeGreaterThan(alone)
  await thread.close()
  await thread.close()
  expect(handlesOn(log)).toBe(alone)
  writer.close()

  // SQLite keeps the thread's handle on the file itself until nobody of this process holds a lock on it
  expect([handlesOn(path), handlesOn(log), existsSync(log)]).toEqual([0, 0, false])
})

test('no thread starts before it is needed, nor after close', async () => {
  const { path, key } = aVault()
  const alone = handlesOn(path)
  const thread = started({ path, key })
  expect(handlesOn(path)).toBe(alone)
  await thread.close()

  await expect(thread.run()).rejects.toThrow('was closed')
})

test('what keeps the thread from starting is told, and the next copy tries again', async () => {
  const { writer, path } = aVault()
  const broken = started({ path, key: randomBytes(32) })
  await expect(broken.run()).rejects.toThrow()
  await expect(broken.run()).rejects.toThrow()
  await broken.close()
  writer.exec("INSERT INTO note VALUES ('a')")

  expect(checkpointTruncate(writer)).toBe(true)
})
