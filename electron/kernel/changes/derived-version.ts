import type { WritableDb } from '../db/database.ts'
import type { DerivedTable } from './synced-table.ts'

const key = 'derived-version'

/**
 * Makes all derived tables anew when the program that wrote them made them differently: another shape, other search
 * tokens. In one transaction; raised by one with each such change.
 */
export function ensureDerived(db: WritableDb, derived: readonly DerivedTable[], version: number): void {
  const found = db.get<{ value: string }>('SELECT value FROM _meta WHERE key = ?', key)
  if (found?.value === String(version)) return
  db.transaction(() => {
    for (const table of derived) table.rebuild(db)
    db.run('INSERT OR REPLACE INTO _meta (key, value) VALUES (?, ?)', key, String(version))
  })
}
