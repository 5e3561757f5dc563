import type Database from 'better-sqlite3'
import { withVaultErrors } from './driver-error.ts'

/** Pages of the write-ahead log. */
export interface LogState {
  /** Written since it began anew. */
  readonly written: number
  /** Of these, how many are in the database already. */
  readonly copied: number
}

/**
 * Moves the write-ahead log into the database and empties it. False when a reader kept it from finishing: it does not
 * wait for one, since this thread serves a person.
 */
export function checkpointTruncate(connection: Database.Database): boolean {
  const timeout: unknown = connection.pragma('busy_timeout', { simple: true })
  connection.pragma('busy_timeout = 0')
  try {
    return checkpoint(connection, 'TRUNCATE').busy === 0
  } finally {
    connection.pragma(`busy_timeout = ${String(timeout)}`)
  }
}

/** Copies what it can into the database and keeps nobody from reading or writing; the log stays as long as it is. */
export function checkpointPassive(connection: Database.Database): LogState {
  const { log, checkpointed } = checkpoint(connection, 'PASSIVE')
  return { written: log, copied: checkpointed }
}

/** Looks and does nothing. */
export function readLogState(connection: Database.Database): LogState {
  const { log, checkpointed } = checkpoint(connection, 'NOOP')
  return { written: log, copied: checkpointed }
}

/** As SQLite documents them; all are -1 or 0 where there is no log. */
interface CheckpointRow {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

function checkpoint(connection: Database.Database, mode: 'TRUNCATE' | 'PASSIVE' | 'NOOP'): CheckpointRow {
  return withVaultErrors(() => {
    const [row] = connection.pragma(`wal_checkpoint(${mode})`) as CheckpointRow[] // the columns SQLite documents
    if (row === undefined) throw new Error('a checkpoint told nothing')
    return row
  })
}
