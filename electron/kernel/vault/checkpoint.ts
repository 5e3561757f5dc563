import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { withVaultErrors } from './driver-error.ts'

/** Longest time that a commit stays in the write-ahead log only: its loss would be invisible (security.md F12). */
export const checkpointWithinMs = 30_000
const retryMs = 5_000
/** About 1,000 pages: small enough that a copy of it is not felt. */
const checkpointAtBytes = 4 * 1024 * 1024

/** Moves the whole write-ahead log into the database and empties it. False when a reader kept it from finishing. */
export function checkpointTruncate(connection: Database.Database): boolean {
  return checkpoint(connection, 'TRUNCATE')
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
 * Keeps the log short: at 4 MiB at once, else within 30 s of the first commit in it. While a reader holds the log
 * or a transaction is open it tries again every 5 s. Errors of the timer go to `onError`.
 */
export function startCheckpoints(
  connection: Database.Database,
  onError: (error: unknown) => void,
  timers: CheckpointTimers = systemTimers,
): CheckpointPolicy {
  const log = `${connection.name}-wal`
  let timer: unknown = null
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
    } catch (error) {
      onError(error)
    }
  }
  return {
    noteCommit: () => {
      if (!connection.inTransaction && sizeOf(log) > checkpointAtBytes && checkpoint(connection, 'PASSIVE')) return disarm()
      arm(checkpointWithinMs)
    },
    stop: disarm,
  }
}

function checkpoint(connection: Database.Database, mode: 'PASSIVE' | 'TRUNCATE'): boolean {
  return withVaultErrors(() => {
    const [row] = connection.pragma(`wal_checkpoint(${mode})`) as CheckpointRow[] // the columns SQLite documents
    return row?.busy === 0 && row.log === row.checkpointed
  })
}

interface CheckpointRow {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

const systemTimers: CheckpointTimers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds).unref(),
  clear: timer => clearTimeout(timer as NodeJS.Timeout), // only what `set` above gave
}
