import type { ReadableDb } from '../../kernel/db/database.ts'

/**
 * When a customer was last dealt with, in ms: the newest change by an act that is in force. Bulk actions do not count,
 * since nobody dealt with anybody; nor does an act that was taken back, nor taking back itself. `otherwise` where
 * nothing counts.
 */
export function lastActivity(db: ReadableDb, id: string, otherwise: number): number {
  return db.get<{ wall: number }>(activitySql, id)?.wall ?? otherwise
}

// an act is in force for a customer while nothing that took it back there stands: an undo that was not undone itself
const activitySql = `SELECT l.wall FROM _timeline AS t CROSS JOIN act AS a ON a.id = t.ref CROSS JOIN change_log AS l ON l.ts = t.at
  WHERE t.customer = ? AND t.kind = 'change' AND a.kind NOT IN ('bulk', 'undo', 'redo') AND NOT EXISTS (
    SELECT 1 FROM act AS u WHERE u.undoes = a.id AND ${reaches('u')} AND NOT EXISTS (
      SELECT 1 FROM act AS r WHERE r.undoes = u.id AND ${reaches('r')}))
  ORDER BY t.at DESC LIMIT 1`

/** An undo leaves customers alone who were changed since. */
function reaches(act: 'u' | 'r'): string {
  return `EXISTS (SELECT 1 FROM _timeline AS x WHERE x.customer = t.customer AND x.at > t.at AND x.ref = ${act}.id)`
}
