import type { ActSummary } from '../../shared/features/acts/act.ts'
import { createVaultStore } from './create-vault-store.ts'

interface UndoOfferState {
  /** The newest thing done that can be taken back; null when nothing is offered. */
  readonly offer: { readonly act: ActSummary; readonly text: string } | null
}

export const useUndoOffer = createVaultStore<UndoOfferState>(() => ({ offer: null }))

/** Says what was done and offers to take it back: bar at the bottom left for 10 s, later Edit, Undo. */
export function offerUndo(act: ActSummary, text: string): void {
  useUndoOffer.setState({ offer: { act, text } })
}

export function withdrawUndoOffer(): void {
  useUndoOffer.setState({ offer: null })
}
