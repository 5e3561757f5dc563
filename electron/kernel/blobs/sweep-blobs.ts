import type { Stamp } from '../changes/hybrid-clock.ts'
import type { WritableDb } from '../db/database.ts'

const daysKept = 30
export const keptMs = daysKept * 24 * 60 * 60 * 1000
/** So that a sweep between two saves is short: the next one goes on. */
const mostPerSweep = 20

/** What the slices know of the use of blobs. */
export interface BlobUse {
  /** SQL that answers a row where a record, in the Trash or not, refers to `b.sha`. */
  readonly inUseSql: string
  /** Keys that changes since then wrote: an undo may bring them back. */
  readonly writtenSince: (db: WritableDb, since: Stamp) => ReadonlySet<string>
}

/**
 * Lets go of bytes that nothing has referred to for 30 days. Each sweep notes which are out of use and since when; one
 * that is used again, or that a change of these 30 days wrote, stays. Answers how many went.
 */
export function sweepBlobs(db: WritableDb, use: BlobUse, nowMs: number): number {
  return db.transaction(() => {
    const inUse = `EXISTS (${use.inUseSql})`
    db.run(`UPDATE _blob AS b SET unused = NULL WHERE unused IS NOT NULL AND ${inUse}`)
    db.run(`UPDATE _blob AS b SET unused = ? WHERE unused IS NULL AND NOT ${inUse}`, nowMs)
    const old = db.all<{ sha: string }>(
      'SELECT sha FROM _blob WHERE unused <= ? ORDER BY unused, sha LIMIT +?',
      nowMs - keptMs,
      mostPerSweep,
    )
    if (old.length === 0) return 0
    const written = use.writtenSince(db, stampAt(nowMs - keptMs))
    const gone = old.filter(blob => !written.has(blob.sha))
    for (const { sha } of gone) {
      db.run('DELETE FROM _blob_part WHERE sha = ?', sha)
      db.run('DELETE FROM _blob WHERE sha = ?', sha)
    }
    return gone.length
  })
}

/** The first stamp of a millisecond. */
function stampAt(ms: number): Stamp {
  const stamp = Buffer.alloc(16)
  stamp.writeUIntBE(Math.max(0, Math.floor(ms)), 0, 6)
  return stamp
}
