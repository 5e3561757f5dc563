import type { WritableDb } from './database.ts'

/** Moves what it can of the write-ahead log into the file without waiting for readers. Answers the log's pages left. */
export function checkpointPassive(db: WritableDb): number {
  return checkpoint(db, 'PASSIVE').left
}

/** Moves all of it and empties the log; answers false where a reader was in the way. Not inside a transaction. */
export function checkpointTruncate(db: WritableDb): boolean {
  return !checkpoint(db, 'TRUNCATE').isBusy
}

function checkpoint(db: WritableDb, mode: 'PASSIVE' | 'TRUNCATE'): { readonly isBusy: boolean; readonly left: number } {
  const row = db.get<{ busy: number; log: number; checkpointed: number }>(`PRAGMA wal_checkpoint(${mode})`)
  if (row === undefined) throw new Error('a checkpoint answers a row')
  return { isBusy: row.busy !== 0, left: row.log - row.checkpointed }
}
