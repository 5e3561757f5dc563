import type Database from 'better-sqlite3'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { checkpointTruncate, readLogState } from './checkpoint.ts'

/** Longest time that a commit stays in the write-ahead log only: its loss would be invisible (security.md F12). */
export const checkpointWithinMs = 30_000
const retryMs = 5_000
/** Pages not yet copied, 4 MiB: few enough that a copy of them is quick. */
const copyAtPages = 1024
/** Pages of the whole log, 16 MiB: SQLite begins it anew only at a moment when all of it was copied. */
const pauseAtPages = 4096
/** A person's saves may add to the log while a job waits for its copy; then it is tried again, not for ever. */
const pauseTries = 4

export interface CheckpointTimers {
  readonly set: (work: () => void, milliseconds: number) => unknown
  readonly clear: (timer: unknown) => void
}

/** Copies the log into the database on another thread, so that this one goes on meanwhile. */
export interface Checkpointer {
  /** One copy of what was committed when it was asked for; rejects where it failed. */
  readonly run: () => Promise<void>
  /** Waits for the copy under way and lets go of the files; never rejects. */
  readonly close: () => Promise<void>
}

export interface CheckpointPolicy {
  /** To be called after every commit, outside a transaction. */
  readonly noteCommit: () => void
  /** The same after a job's commit: done at once, or while the log is long, when it can begin anew. Never rejects. */
  readonly noteBatch: () => Promise<void>
  /** Nothing runs afterwards; done when the checkpointer has let go of the files. Idempotent. */
  readonly stop: () => Promise<void>
}

export interface CheckpointParts {
  /** The vault's writer. */
  readonly connection: Database.Database
  /** Null: everything happens on this thread. */
  readonly checkpointer: Checkpointer | null
  readonly onError: (error: unknown) => void
  readonly timers?: CheckpointTimers
}

/**
 * Keeps the log short: copied at 4 MiB, else within 30 s of the first commit in it, and emptied when nothing was
 * written meanwhile. While a reader or a transaction holds it, it is tried again every 5 s. Errors go to `onError`.
 */
export function startCheckpoints(parts: CheckpointParts): CheckpointPolicy {
  const { connection, checkpointer, onError, timers = systemTimers } = parts
  let timer: unknown = null
  let copying: Promise<boolean> | null = null
  let commits = 0
  let isJobWaiting = false
  let isStopped = false

  const disarm = (): void => {
    if (timer !== null) timers.clear(timer)
    timer = null
  }
  const arm = (milliseconds: number): void => {
    const work = (): void => {
      timer = null
      if (connection.open) void copy()
    }
    if (!isStopped) timer ??= timers.set(work, milliseconds)
  }
  /** Where everything was copied this only cuts the file off: nothing waits for the disk. False where it failed. */
  const empty = (): boolean => {
    if (isStopped || !connection.open) return true
    try {
      if (connection.inTransaction || !checkpointTruncate(connection)) arm(retryMs)
      return true
    } catch (error) {
      onError(error)
      arm(checkpointWithinMs)
      return false
    }
  }
  const copyElsewhere = async (elsewhere: Checkpointer): Promise<boolean> => {
    const before = commits
    try {
      await elsewhere.run()
    } catch (error) {
      onError(error)
      // what a disk refuses there it refuses here; a thread that broke is another matter
      if (!(error instanceof AppError)) return empty()
      arm(checkpointWithinMs)
      return false
    }
    if (isStopped || !connection.open) return true
    if (commits !== before) arm(checkpointWithinMs)
    else if (pendingPages(connection) > 0) arm(retryMs)
    // a log about to be written again is faster to write over than to make anew
    else if (!isJobWaiting) empty()
    return true
  }
  const copy = (): Promise<boolean> => {
    disarm()
    if (checkpointer === null) return Promise.resolve(empty())
    copying ??= copyElsewhere(checkpointer).finally(() => {
      copying = null
    })
    return copying
  }
  const noteCommit = (): void => {
    if (isStopped || !connection.open) return
    commits += 1
    if (copying === null && !connection.inTransaction && pendingPages(connection) >= copyAtPages) void copy()
    else arm(checkpointWithinMs)
  }
  /** And not copied as a whole: whoever writes next makes it longer still. */
  const isLong = (): boolean => {
    if (isStopped || !connection.open) return false
    const { written, copied } = readLogState(connection)
    return written >= pauseAtPages && copied < written
  }
  return {
    noteCommit,
    noteBatch: async () => {
      noteCommit()
      isJobWaiting = true
      for (let tries = 0; tries < pauseTries && isLong(); tries += 1) if (!(await copy())) break
      isJobWaiting = false
    },
    stop: async () => {
      isStopped = true
      disarm()
      await checkpointer?.close()
    },
  }
}

function pendingPages(connection: Database.Database): number {
  const { written, copied } = readLogState(connection)
  return written - copied
}

const systemTimers: CheckpointTimers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds).unref(),
  clear: timer => clearTimeout(timer as NodeJS.Timeout), // only what `set` above gave
}
