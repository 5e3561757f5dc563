import type { ReadableDb, SqlValue, WritableDb } from '../db/database.ts'

export type SyncedRow = Readonly<Record<string, SqlValue>>

/**
 * A table whose rows travel and are logged. Every one has, beside `columns`: `id TEXT PRIMARY KEY`,
 * `deleted_ts BLOB`, `deleted_by TEXT` (sync.md).
 */
export interface SyncedTable {
  readonly name: string
  readonly columns: readonly string[]
  /**
   * The customers a row belongs to, for the timeline, the search index and the count of an act: a link has two.
   * A table whose rows answer their own id is the customers' table; its column `name` names a customer.
   */
  readonly contactIdsOf: (row: SyncedRow) => readonly string[]
  /** For shared records (a tag): taking back their insert leaves them where living records of others still refer to them. */
  readonly isInUse?: (db: ReadableDb, id: string) => boolean
}

/** What a change set wrote: `contact.level` for a column of rows that stayed, `contact` for rows that came, went or came back. */
export type ChangedParts = ReadonlySet<string>

/** Tables made from synced ones; kept by `applyChanges` in the same transaction, never logged, rebuildable. */
export interface DerivedTable {
  readonly name: string
  /** Refreshes what belongs to these customers, after their rows were written. */
  readonly refresh: (db: WritableDb, contactIds: readonly string[], changed: ChangedParts) => void
  /** Empties it and makes all of it anew. Afterwards it equals what refresh had kept (tested). */
  readonly rebuild: (db: WritableDb) => void
}
