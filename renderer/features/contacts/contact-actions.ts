import type { ActSummary } from '../../../shared/features/acts/act.ts'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { offerUndo } from '../../kernel/undo-offer.ts'
import { deselect } from './contact-selection-store.ts'

/** The contract takes this many at once; more go in several acts. */
const batchSize = 200

type Moving = 'contacts.trash' | 'contacts.putBack'

/** Moves customers to the Trash and offers to take it back; answers whether all were moved. */
export async function trashContacts(ids: readonly ContactId[], name: string): Promise<boolean> {
  const isDone = await move('contacts.trash', ids, n =>
    n === 1 && name !== '' ? text('contacts:trash.doneOne', { name }) : text('contacts:trash.doneMany', { n }),
  )
  if (isDone) deselect(ids)
  return isDone
}

/** Puts customers back from the Trash and offers to undo that; answers whether all were put back. */
export function putBackContacts(ids: readonly ContactId[], name: string): Promise<boolean> {
  return move('contacts.putBack', ids, n =>
    n === 1 && name !== '' ? text('contacts:trash.putBackOne', { name }) : text('contacts:trash.putBackMany', { n }),
  )
}

async function move(channel: Moving, ids: readonly ContactId[], words: (count: number) => string): Promise<boolean> {
  const acts: ActSummary[] = []
  let count = 0
  for (let from = 0; from < ids.length; from += batchSize) {
    const result = await call(channel, { ids: ids.slice(from, from + batchSize) })
    if (!result.ok) {
      sayDone(acts, words(count))
      sayFailure(result.failure)
      return false
    }
    acts.push(result.value.act)
    count += result.value.count
  }
  sayDone(acts, words(count))
  return true
}

function sayDone(acts: readonly ActSummary[], words: string): void {
  const [first] = acts
  if (first === undefined) return
  if (acts.length === 1) return offerUndo(first, words)
  showNotice({ tone: 'ok', text: words, action: { label: text('common:undo'), run: () => void undoAll(acts) } })
}

/** Takes several acts back as one step, the newest first. */
async function undoAll(acts: readonly ActSummary[]): Promise<void> {
  for (const act of acts.toReversed()) {
    const result = await call('acts.undo', { actId: act.id })
    if (!result.ok) return sayFailure(result.failure)
  }
}

function sayFailure(failure: Failure): void {
  showNotice({ tone: 'error', text: failureText(text, failure) })
}
