import type { SqlParams } from './database.ts'

type WriteLocal = (sql: string, ...params: SqlParams) => unknown

/** Lets go of unsaved text. A command that saves what was typed does it in its own transaction: no kill falls between. */
export function discardDraft(writeLocal: WriteLocal, staffId: string, key: string): void {
  writeLocal('DELETE FROM _draft WHERE staff = ? AND key = ?', staffId, key)
}
