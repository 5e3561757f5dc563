import type { WritableDb } from '../db/database.ts'
import type { Stamp } from './hybrid-clock.ts'
import type { SyncedRow, SyncedTable } from './synced-table.ts'

const addChange = "INSERT INTO _timeline (customer, at, kind, ref) VALUES (?, ?, 'change', ?)"

/** Enters a logged change under every customer that its row belonged to before or after; answers these customers. */
export function addToTimeline(
  db: WritableDb,
  table: SyncedTable,
  rows: readonly SyncedRow[],
  change: { readonly ts: Stamp; readonly actId: string },
): readonly string[] {
  const customers: string[] = []
  for (const row of rows) {
    for (const customer of table.contactIdsOf(row)) {
      if (customers.includes(customer)) continue
      db.run(addChange, customer, change.ts, change.actId)
      customers.push(customer)
    }
  }
  return customers
}
