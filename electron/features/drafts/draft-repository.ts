import type { ReadableDb } from '../../kernel/db/database.ts'
import type { CommandContext } from '../../kernel/ipc/handlers.ts'

type WriteLocal = CommandContext['writeLocal']

/** What this person typed under the key and did not save; null when there is none. */
export function findDraft(db: ReadableDb, staffId: string, key: string): string | null {
  return db.get<{ text: string }>('SELECT text FROM _draft WHERE staff = ? AND key = ?', staffId, key)?.text ?? null
}

export function listDraftKeys(db: ReadableDb, staffId: string): string[] {
  return db.all<{ key: string }>('SELECT key FROM _draft WHERE staff = ? ORDER BY key', staffId).map(row => row.key)
}

export interface Draft {
  readonly staffId: string
  readonly key: string
  readonly text: string
  readonly savedAt: string
}

/** Replaces an earlier draft under the same key. Drafts are local: never logged, gone when discarded. */
export function saveDraft(writeLocal: WriteLocal, draft: Draft): void {
  writeLocal(
    'INSERT OR REPLACE INTO _draft (staff, key, text, saved_at) VALUES (?, ?, ?, ?)',
    draft.staffId,
    draft.key,
    draft.text,
    draft.savedAt,
  )
}
