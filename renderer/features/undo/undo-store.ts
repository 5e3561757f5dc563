import type { UndoOutcome } from '../../../shared/features/acts/act.ts'
import type { UndoStack } from '../../../shared/features/acts/act-contract.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { useUndoOffer, withdrawUndoOffer } from '../../kernel/undo-offer.ts'
import { actWords } from './act-words.ts'

interface UndoStackState {
  readonly stack: UndoStack
  readonly busy: boolean
}

/** What this person can take back and do again now. */
export const useUndoStack = createVaultStore<UndoStackState>(() => ({ stack: { undo: null, redo: null }, busy: false }))

let asked = 0

export async function loadUndoStack(): Promise<void> {
  asked += 1
  const mine = asked
  const result = await call('acts.stack', {})
  if (result.ok && mine === asked) useUndoStack.setState({ stack: result.value })
}

/** Asks first: the key may come before the news of what was just saved, and must not take back something older. */
export async function undoLatest(): Promise<void> {
  await loadUndoStack()
  const { undo } = useUndoStack.getState().stack
  if (undo !== null) await turn('undo', undo.act.id, undo.asJob)
}

export async function redoLatest(): Promise<void> {
  await loadUndoStack()
  const { redo } = useUndoStack.getState().stack
  if (redo !== null) await turn('redo', redo.act.id, redo.asJob)
}

/** Takes back the act that the bar offers. */
export async function undoOffered(): Promise<void> {
  const { offer } = useUndoOffer.getState()
  if (offer === null) return
  const { undo } = useUndoStack.getState().stack
  await turn('undo', offer.act.id, undo?.act.id === offer.act.id && undo.asJob)
}

async function turn(direction: 'undo' | 'redo', actId: string, asJob: boolean): Promise<void> {
  if (useUndoStack.getState().busy) return
  useUndoStack.setState({ busy: true })
  withdrawUndoOffer()
  if (asJob) await startJob(direction, actId)
  else await atOnce(direction, actId)
  useUndoStack.setState({ busy: false })
  await loadUndoStack()
}

async function startJob(direction: 'undo' | 'redo', actId: string): Promise<void> {
  const result = await call(direction === 'undo' ? 'acts.undoAsJob' : 'acts.redoAsJob', { actId })
  const words = direction === 'undo' ? text('undo:running') : text('undo:redoRunning')
  showNotice(result.ok ? { tone: 'info', text: words } : { tone: 'error', text: failureText(text, result.failure) })
}

async function atOnce(direction: 'undo' | 'redo', actId: string): Promise<void> {
  const result = await call(direction === 'undo' ? 'acts.undo' : 'acts.redo', { actId })
  if (result.ok) showNotice({ tone: 'ok', text: outcomeWords(direction, result.value) })
  else showNotice({ tone: 'error', text: failureText(text, result.failure) })
}

/** What was taken back, and how many records were left alone since they changed in the meantime. */
function outcomeWords(direction: 'undo' | 'redo', { act, leftCount }: UndoOutcome): string {
  const action = actWords(text, act)
  const done = direction === 'undo' ? text('undo:undone', { action }) : text('undo:redone', { action })
  return leftCount === 0 ? done : `${done} · ${text('undo:left', { n: leftCount })}`
}
