import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { type BulkAction, bulkAtOnceLimit } from '../../../../shared/features/contacts/contact-bulk.ts'
import type { ContactTarget } from '../../../../shared/features/contacts/contact-list-query.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'
import { useFieldStore } from '../../fields/field-store.ts'
import { optionWords } from '../../fields/option-words.ts'
import { clearSelection, selectedCount, useContactSelection } from '../contact-selection-store.ts'
import { targetOf } from '../selection-change.ts'
import { listWords } from './rule-words.ts'

/** Does something to all ticked customers as one act: a few at once, many as a job. Answers whether it was begun or done. */
export async function applyToSelected(action: BulkAction): Promise<boolean> {
  const target = targetOf(useContactSelection.getState().ticked)
  const count = selectedCount()
  if (target === null || count === 0) return false
  const isDone = count > bulkAtOnceLimit ? await startJob(target, action, count) : await atOnce(target, action, count)
  if (isDone && action.do === 'trash') clearSelection()
  return isDone
}

/** Does something to one customer, e.g. in the list itself. */
export function applyToOne(id: ContactId, action: BulkAction): Promise<boolean> {
  return atOnce({ by: 'ids', ids: [id] }, action, 1)
}

/** What was done, to be read beside Undo. */
export function bulkWords(action: BulkAction, n: number): string {
  switch (action.do) {
    case 'trash':
      return text('contacts:trash.doneMany', { n })
    case 'assign': {
      const name = shownValue(useFieldStore.getState().staff)?.find(member => member.id === action.staffId)?.name ?? ''
      return action.staffId === null ? text('lists:done.unassigned', { n }) : text('lists:done.assigned', { n, name })
    }
    case 'set': {
      const list = text(`lists:column.${action.list}`)
      const value = optionWords(text, action.list, action.key)
      return action.key === '' ? text('lists:done.cleared', { n, list }) : text('lists:done.set', { n, list, value })
    }
    case 'tag':
      if (action.remove.length === 0) return text('lists:done.tagged', { n, tags: listWords(text, action.add) })
      if (action.add.length === 0) return text('lists:done.untagged', { n, tags: listWords(text, action.remove) })
      return text('lists:done.retagged', { n })
  }
}

async function atOnce(target: ContactTarget, action: BulkAction, count: number): Promise<boolean> {
  const result = await call('contacts.bulk', { target, action })
  if (!result.ok) {
    // more were found than were shown when it was asked
    if (result.failure.code === 'too-many') return startJob(target, action, count)
    showNotice({ tone: 'error', text: failureText(text, result.failure) })
    return false
  }
  const { act, changed, unchanged } = result.value
  if (act === null) showNotice({ tone: 'info', text: text('lists:done.nothing') })
  else {
    const words = bulkWords(action, changed)
    offerUndo(act, unchanged === 0 || count === 1 ? words : text('lists:done.partly', { words, n: unchanged }))
  }
  return true
}

async function startJob(target: ContactTarget, action: BulkAction, count: number): Promise<boolean> {
  const result = await call('contacts.bulkAsJob', { target, action })
  if (result.ok) showNotice({ tone: 'info', text: text('lists:bulk.started', { n: count }) })
  else showNotice({ tone: 'error', text: failureText(text, result.failure) })
  return result.ok
}
