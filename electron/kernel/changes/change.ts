import type { ActKind, ActName } from '../../../shared/features/acts/act.ts'
import type { SqlValue } from '../db/database.ts'

export type ChangeKind = 'insert' | 'update' | 'delete' | 'restore'
export type ChangeValues = Readonly<Record<string, SqlValue>>

/** One record changed. `values`: all columns of an insert, only the changed ones of an update, none else. */
export interface Change {
  readonly table: string
  readonly id: string
  readonly kind: ChangeKind
  readonly values: ChangeValues
  /** An insert of a record that may be there already (a tag): nothing when it lives, restored when it was deleted. */
  readonly ifAbsent?: boolean
  /** Where it came from, for provenance. */
  readonly source?: ChangeSource
}

export interface ChangeSource {
  readonly file: string
  /** Row or card of the file, from 1. */
  readonly row: number
}

export interface ActStart {
  readonly kind: ActKind
  readonly name: ActName
  /** The customer or file it is about; '' when several. */
  readonly subject: string
  readonly undoes?: string
}

export interface Actor {
  readonly staffId: string
  readonly role: 'owner'
}

/**
 * A record with an id that says what it is (a link, a value of a field) shall live and hold these values, whether it
 * was never there, is there or was deleted. `values`: all its columns.
 */
export function putChanges(table: string, id: string, values: ChangeValues): readonly Change[] {
  return [
    { table, id, kind: 'insert', values, ifAbsent: true },
    // one that was deleted comes back with what it held
    { table, id, kind: 'update', values },
  ]
}
