import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  type CheckpointTimers,
  checkpointTruncate,
  checkpointWithinMs,
  startCheckpoints,
} from '../../../../electron/kernel/vault/checkpoint.ts'
import { createDatabase, openReader } from '../../../../electron/kernel/vault/open-connection.ts'
import { tempFolder } from './vault-bench.ts'

interface FakeTimers extends CheckpointTimers {
  /** Milliseconds of the timer that runs; null when none does. */
  readonly pending: () => number | null
  readonly fire: () => void
}

function fakeTimers(): FakeTimers {
  let current: { readonly work: () => void; readonly milliseconds: number } | null = null
  return {
    set: (work, milliseconds) => {
      current = { work, milliseconds }
      return current
    },
    clear: timer => {
      if (timer === current) current = null
    },
    pending: () => current?.milliseconds ?? null,
    fire: () => {
      const due = current
      current = null
      due?.work()
    },
  }
}

function bench() {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const writer = createDatabase(path, key)
  onTestFinished(() => void writer.close())
  writer.exec('CREATE TABLE note (text TEXT) STRICT')
  checkpointTruncate(writer)
  const timers = fakeTimers()
  const errors: unknown[] = []
  const policy = startCheckpoints(writer, error => errors.push(error), timers)
  return { path, key, writer, timers, errors, policy, logBytes: () => statSync(`${path}-wal`).size }
}

function insert(writer: Database.Database, bytes: number): void {
  writer.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(bytes))
}

test('the log is emptied within 30 seconds of the first commit in it', () => {
  const { writer, timers, policy, logBytes } = bench()
  expect(timers.pending()).toBeNull()
  insert(writer, 100)
  policy.noteCommit()
  insert(writer, 100)
  policy.noteCommit()
  expect([timers.pending(), logBytes() > 0]).toEqual([30_000, true])
  expect(checkpointWithinMs).toBe(30_000)
  timers.fire()

  expect([timers.pending(), logBytes()]).toEqual([null, 0])
})

test('a log of 4 MiB is emptied at once', () => {
  const { writer, timers, policy, logBytes } = bench()
  insert(writer, 5 * 1024 * 1024)
  expect(logBytes()).toBeGreaterThan(4 * 1024 * 1024)
  policy.noteCommit()

  expect([timers.pending(), logBytes()]).toEqual([null, 0])
})

test('a reader is not waited for, and it is tried again in 5 seconds', () => {
  const { path, key, writer, timers, policy, logBytes } = bench()
  const reader = openReader(path, key)
  insert(writer, 100)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM note').get()
  insert(writer, 100)
  policy.noteCommit()
  timers.fire()
  expect([timers.pending(), logBytes() > 0]).toEqual([5_000, true])
  expect(writer.pragma('busy_timeout', { simple: true })).toBe(5000)
  reader.exec('COMMIT')
  reader.close()
  timers.fire()

  expect([timers.pending(), logBytes()]).toEqual([null, 0])
})

test('a checkpoint asks SQLite not to wait, and puts the wait back afterwards', () => {
  const { writer } = bench()
  const pragma = vi.spyOn(writer, 'pragma')
  checkpointTruncate(writer)

  expect(pragma.mock.calls.map(([source]) => source)).toEqual([
    'busy_timeout',
    'busy_timeout = 0',
    'wal_checkpoint(TRUNCATE)',
    'busy_timeout = 5000',
  ])
})

test('an open transaction is waited for', () => {
  const { writer, timers, policy, logBytes } = bench()
  insert(writer, 100)
  policy.noteCommit()
  writer.exec('BEGIN IMMEDIATE')
  timers.fire()
  expect(timers.pending()).toBe(5_000)
  writer.exec('COMMIT')
  timers.fire()

  expect(logBytes()).toBe(0)
})

test('nothing runs after stop or close', () => {
  const { writer, timers, errors, policy } = bench()
  policy.noteCommit()
  policy.stop()
  expect(timers.pending()).toBeNull()
  policy.noteCommit()
  writer.close()
  timers.fire()

  expect([timers.pending(), errors]).toEqual([null, []])
})
