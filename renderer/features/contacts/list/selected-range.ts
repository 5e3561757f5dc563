import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { call } from '../../../kernel/client.ts'
import { useContactList } from '../contact-list-store.ts'
import { type ListWindow, rowAt } from '../paged-window.ts'

/** As many as one answer may bring. */
const answerSize = 200

/**
 * The customers of all rows between two indexes, both included, in either direction, loaded or not; null when they
 * could not be asked for or another list is shown by now.
 */
export async function idsOfRange(one: number, other: number): Promise<readonly ContactId[] | null> {
  const { query, window } = useContactList.getState()
  const from = Math.max(0, Math.min(one, other))
  const to = Math.min(window.total - 1, Math.max(one, other))
  const ids: ContactId[] = []
  let at = from
  while (at <= to) {
    const row = freshRow(window, at)
    if (row !== null) {
      ids.push(row)
      at += 1
      continue
    }
    const limit = Math.min(answerSize, to - at + 1)
    const result = await call('contacts.list', { ...query, customFields: [], offset: at, limit })
    if (!result.ok || useContactList.getState().query !== query) return null
    ids.push(...result.value.rows.map(found => found.id))
    // fewer than asked for: the list became shorter
    if (result.value.rows.length < limit) return ids
    at += limit
  }
  return ids
}

function freshRow(window: ListWindow, index: number): ContactId | null {
  return rowAt(window, index)?.id ?? null
}
