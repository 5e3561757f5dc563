import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { withVaultErrors } from './driver-error.ts'

/** Longest time that a commit stays in the write-ahead log only: its loss would be invisible (security.md F12). */
export const checkpointWithinMs = 30_000
const retryMs = 5_000
/** About 1,000 pages: small enough that a copy of it is not felt. */
const checkpointAtBytes = 4 * 1024 * 1024

/**
 * Moves the write-ahead log into the database and empties it. False when a reader kept it from finishing: it does not
 * wait for one, since this thread serves a person.
 */
export function checkpointTruncate(connection: Database.Database): boolean {
  const timeout: unknown = connection.pragma('busy_timeout', { simple: true })
  connection.pragma('busy_timeout = 0')
  try {
    return withVaultErrors(() => {
      const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as CheckpointRow[] // the columns SQLite documents
      return row?.busy === 0
    })
  } finally {
    connection.pragma(`busy_timeout = ${String(timeout)}`)
  }
}

export interface CheckpointTimers {
  readonly set: (work: () => void, milliseconds: number) => unknown
  readonly clear: (timer: unknown) => void
}

export interface CheckpointPolicy {
  /** To be called after every commit, outside a transaction. */
  readonly noteCommit: () => void
  /** Ends the timer; nothing runs afterwards. */
  readonly stop: () => void
}

/**
 * Keeps the log short: at once when it has grown by 4 MiB, else within 30 s of the first commit in it. While a reader
 * holds the log or a transaction is open it tries again every 5 s. Errors go to `onError`.
 */
export function startCheckpoints(
  connection: Database.Database,
  onError: (error: unknown) => void,
  timers: CheckpointTimers = systemTimers,
): CheckpointPolicy {
  const log = `${connection.name}-wal`
  let timer: unknown = null
  let nextAtBytes = checkpointAtBytes
  const disarm = (): void => {
    if (timer !== null) timers.clear(timer)
    timer = null
  }
  const arm = (milliseconds: number): void => {
    timer ??= timers.set(run, milliseconds)
  }
  const run = (): void => {
    timer = null
    if (!connection.open) return
    try {
      if (connection.inTransaction || !checkpointTruncate(connection)) arm(retryMs)
      nextAtBytes = sizeOf(log) + checkpointAtBytes
    } catch (error) {
      onError(error)
    }
  }
  return {
    noteCommit: () => {
      if (connection.inTransaction || sizeOf(log) < nextAtBytes) return arm(checkpointWithinMs)
      disarm()
      run()
    },
    stop: disarm,
  }
}

interface CheckpointRow {
  readonly busy: number
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

const systemTimers: CheckpointTimers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds).unref(),
  clear: timer => clearTimeout(timer as NodeJS.Timeout), // only what `set` above gave
}
