import type { WritableDb } from './database.ts'

/** One step of the file's schema. Append only; once released never edited. Runs inside one transaction with its siblings. */
export interface Migration {
  /** 1, 2, 3 … without gaps; also the file's `user_version` afterwards. */
  readonly version: number
  readonly name: string
  readonly up: (db: WritableDb) => void
}
