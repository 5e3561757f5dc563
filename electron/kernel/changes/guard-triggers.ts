import type { WritableDb } from '../db/database.ts'

/** Runs work in which this connection may write synced tables; closed again also when it throws. */
export type RunUnguarded = <T>(work: () => T) => T

/**
 * Makes every other write to these tables fail, on this connection, until it closes. TEMP triggers, since a stored
 * one would also bind readers and repair tools. The log takes new rows only, acts are never deleted.
 */
export function installGuards(db: WritableDb, tables: readonly string[]): RunUnguarded {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS _write_gate (open INTEGER NOT NULL)')
  db.exec('DELETE FROM temp._write_gate')
  db.exec('INSERT INTO temp._write_gate (open) VALUES (0)')
  for (const table of [...tables, 'act', 'change_log']) {
    guard(db, table, 'INSERT', whenClosed)
    guard(db, table, 'UPDATE', table === 'change_log' ? '' : whenClosed)
    guard(db, table, 'DELETE', '')
  }
  return work => {
    db.run('UPDATE temp._write_gate SET open = 1')
    try {
      return work()
    } finally {
      db.run('UPDATE temp._write_gate SET open = 0')
    }
  }
}

const whenClosed = 'WHEN (SELECT open FROM temp._write_gate) = 0'

/** FAIL, as the inserts of rows and log: before the first row there is nothing to roll back, and SQLite then keeps no journal for each statement (a fifth of an import's time). */
function guard(db: WritableDb, table: string, operation: string, when: string): void {
  db.exec(
    `CREATE TEMP TRIGGER IF NOT EXISTS _guard_${table}_${operation.toLowerCase()} BEFORE ${operation} ON main.${table} ${when}
     BEGIN SELECT RAISE(FAIL, 'written past the change log'); END`,
  )
}
