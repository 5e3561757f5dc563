import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkpointPassive, checkpointTruncate, readLogState } from '../../../../electron/kernel/vault/checkpoint.ts'
import {
  type Checkpointer,
  type CheckpointTimers,
  checkpointWithinMs,
  startCheckpoints,
} from '../../../../electron/kernel/vault/checkpoint-policy.ts'
import { createDatabase, openReader } from '../../../../electron/kernel/vault/open-connection.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { tempFolder } from './vault-bench.ts'

const mebibyte = 1024 * 1024

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

/** Copies when the test lets it, by the writer's own connection. */
interface SlowCheckpointer extends Checkpointer {
  readonly asked: () => number
  /** Ends the copy under way; `afterwards` happens before anybody learns of it. */
  readonly finish: (afterwards?: () => void) => Promise<void>
  readonly fail: (error: unknown) => Promise<void>
  readonly isClosed: () => boolean
}

function slowCheckpointer(writer: Database.Database): SlowCheckpointer {
  const waiting: PromiseWithResolvers<void>[] = []
  const state = { asked: 0, isClosed: false }
  return {
    run: () => {
      state.asked += 1
      const copy = Promise.withResolvers<void>()
      waiting.push(copy)
      return copy.promise
    },
    close: () => {
      state.isClosed = true
      return Promise.resolve()
    },
    asked: () => state.asked,
    finish: async afterwards => {
      checkpointPassive(writer)
      afterwards?.()
      waiting.shift()?.resolve()
      await nextTurn()
    },
    fail: async error => {
      waiting.shift()?.reject(error)
      await nextTurn()
    },
    isClosed: () => state.isClosed,
  }
}

function bench(options: { readonly elsewhere?: boolean } = {}) {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const writer = createDatabase(path, key)
  onTestFinished(() => void writer.close())
  writer.exec('CREATE TABLE note (text TEXT) STRICT')
  checkpointTruncate(writer)
  const timers = fakeTimers()
  const errors: unknown[] = []
  const checkpointer = slowCheckpointer(writer)
  const policy = startCheckpoints({
    connection: writer,
    checkpointer: options.elsewhere === true ? checkpointer : null,
    onError: error => errors.push(error),
    timers,
  })
  return { path, key, writer, timers, errors, policy, checkpointer, logBytes: () => statSync(`${path}-wal`).size }
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
  void policy.stop()
  expect(timers.pending()).toBeNull()
  policy.noteCommit()
  writer.close()
  timers.fire()

  expect([timers.pending(), errors]).toEqual([null, []])
})

test('a copy elsewhere is asked for at 4 MiB, once, and then the log is emptied here', async () => {
  const { writer, policy, checkpointer, timers, logBytes } = bench({ elsewhere: true })
  insert(writer, 5 * mebibyte)
  policy.noteCommit()
  policy.noteCommit()
  expect([checkpointer.asked(), timers.pending()]).toEqual([1, 30_000])
  await checkpointer.finish()
  expect(logBytes()).toBeGreaterThan(0)
  timers.fire()
  await checkpointer.finish()

  expect([checkpointer.asked(), logBytes(), timers.pending()]).toEqual([2, 0, null])
})

test('the log is not emptied while something in it is not copied', async () => {
  const { path, key, writer, policy, checkpointer, timers, logBytes } = bench({ elsewhere: true })
  const reader = openReader(path, key)
  onTestFinished(() => void reader.close())
  insert(writer, 100)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM note').get()
  insert(writer, 100)
  policy.noteCommit()
  timers.fire()
  await checkpointer.finish()

  expect([timers.pending(), logBytes() > 0]).toEqual([5_000, true])
})

test('a job waits while the log is 16 MiB long, and the next commit begins it anew', async () => {
  const { writer, policy, checkpointer } = bench({ elsewhere: true })
  insert(writer, 3 * mebibyte)
  await policy.noteBatch()
  expect(checkpointer.asked()).toBe(0)
  insert(writer, 14 * mebibyte)
  const waiting = policy.noteBatch()
  expect(await Promise.race([waiting.then(() => 'over'), nextTurn('waiting')])).toBe('waiting')
  expect(checkpointer.asked()).toBe(1)
  await checkpointer.finish()
  await waiting
  insert(writer, 100)

  expect(readLogState(writer).written).toBeLessThan(10)
})

test('a job goes on after a few copies when a person keeps writing', async () => {
  const { writer, policy, checkpointer } = bench({ elsewhere: true })
  insert(writer, 17 * mebibyte)
  const waiting = policy.noteBatch()
  for (let copies = 1; copies <= 4; copies += 1) {
    expect(checkpointer.asked()).toBe(copies)
    await checkpointer.finish(() => insert(writer, 17 * mebibyte))
  }
  await waiting

  expect(checkpointer.asked()).toBe(4)
})

test('a job that waits goes on when the checkpoints stop', async () => {
  const { writer, policy, checkpointer } = bench({ elsewhere: true })
  insert(writer, 17 * mebibyte)
  const waiting = policy.noteBatch()
  await policy.stop()
  await checkpointer.finish(() => insert(writer, 100))
  await waiting

  expect([checkpointer.isClosed(), checkpointer.asked()]).toEqual([true, 1])
})

test('a copy that the disk refused is told and tried again; one whose thread broke is made here', async () => {
  const { writer, policy, checkpointer, timers, errors, logBytes } = bench({ elsewhere: true })
  insert(writer, 100)
  policy.noteCommit()
  timers.fire()
  await checkpointer.fail(new AppError('disk-full'))
  expect([errors, timers.pending(), logBytes() > 0]).toEqual([[new AppError('disk-full')], 30_000, true])
  timers.fire()
  await checkpointer.fail(new Error('the thread ended'))

  expect([errors.length, timers.pending(), logBytes()]).toEqual([2, null, 0])
})

test('a job does not wait for a copy that failed', async () => {
  const { writer, policy, checkpointer, errors } = bench({ elsewhere: true })
  insert(writer, 17 * mebibyte)
  const waiting = policy.noteBatch()
  await checkpointer.fail(new AppError('disk-full'))
  await waiting

  expect([errors.length, checkpointer.asked()]).toEqual([1, 1])
})
