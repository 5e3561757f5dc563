import type { ReadableDb } from '../../kernel/db/database.ts'
import { findField, type StoredField } from '../fields/custom-field-records.ts'

/** What records are called now, also those that were deleted; '' and undefined for what never was. */
export interface HistoryNames {
  readonly tag: (id: string) => string
  readonly staff: (id: string) => string
  readonly customer: (id: string) => string
  readonly field: (id: string) => StoredField | undefined
}

/** Each is read once: to be made for one answer. */
export function createHistoryNames(db: ReadableDb): HistoryNames {
  const nameBy = (sql: string) => once(id => (id === '' ? '' : (db.get<{ name: string }>(sql, id)?.name ?? '')))
  return {
    tag: nameBy('SELECT name FROM tag WHERE id = ?'),
    staff: nameBy('SELECT name FROM staff WHERE id = ?'),
    customer: nameBy('SELECT name FROM contact WHERE id = ?'),
    field: once(id => findField(db, id)),
  }
}

function once<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return id => {
    const value = known.has(id) ? (known.get(id) as T) : read(id) // set by this function
    known.set(id, value)
    return value
  }
}
