import type { Contact, ContactId } from '../../../shared/features/contacts/contact.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { fromResult, idle, type Loadable, toLoading } from '../../kernel/loadable.ts'

const historyPageSize = 50
/** The most that one question may bring; a longer timeline that was paged further is then shown from its start. */
const historyLimit = 200

export interface TimelineState {
  readonly entries: readonly HistoryEntry[]
  readonly more: boolean
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
}

export type ContactTab = 'details' | 'timeline'

export interface ContactPageState {
  readonly id: ContactId | null
  /** Stays while a person goes from customer to customer. */
  readonly tab: ContactTab
  /** The customer whose title takes the focus as soon as it is there. */
  readonly titleWanted: ContactId | null
  readonly contact: Loadable<Contact>
  readonly timeline: TimelineState
}

const emptyTimeline: TimelineState = { entries: [], more: false, status: 'idle', failure: null }

export const useContactPageStore = createVaultStore<ContactPageState>(() => ({
  id: null,
  tab: 'details',
  titleWanted: null,
  contact: idle,
  timeline: emptyTimeline,
}))

export function chooseTab(tab: ContactTab): void {
  useContactPageStore.setState({ tab })
}

/** The page of this customer takes the focus when it is drawn; null once it has. */
export function wantTitle(titleWanted: ContactId | null): void {
  useContactPageStore.setState({ titleWanted })
}

/** Shows a customer; one that is shown already stays while it is asked for again. */
export async function openContact(id: ContactId): Promise<void> {
  if (useContactPageStore.getState().id !== id) {
    useContactPageStore.setState({ id, contact: { status: 'loading', last: null }, timeline: emptyTimeline })
  }
  await refreshContact()
}

/** Asks again for what is shown, timeline included. Old content stays on screen meanwhile. */
export async function refreshContact(): Promise<void> {
  const { id, timeline } = useContactPageStore.getState()
  if (id === null) return
  const shown = timeline.entries.length
  await Promise.all([loadContact(id), loadTimeline(id, Math.min(historyLimit, Math.max(historyPageSize, shown)))])
}

/** The next page of older entries, after the last one shown. */
export async function loadOlderEntries(): Promise<void> {
  const { id, timeline } = useContactPageStore.getState()
  const last = timeline.entries.at(-1)
  if (id === null || last === undefined || !timeline.more || timeline.status === 'loading') return
  setTimeline({ status: 'loading' })
  const result = await call('contacts.history', { id, before: last.key, limit: historyPageSize })
  if (useContactPageStore.getState().id !== id) return
  if (!result.ok) return setTimeline({ status: 'failed', failure: result.failure })
  const { entries } = useContactPageStore.getState().timeline
  setTimeline({ entries: [...entries, ...result.value.entries], more: result.value.more, status: 'ready', failure: null })
}

async function loadContact(id: ContactId): Promise<void> {
  useContactPageStore.setState(state => ({ contact: toLoading(state.contact) }))
  const result = await call('contacts.get', { id })
  if (useContactPageStore.getState().id === id) useContactPageStore.setState({ contact: fromResult(result) })
}

async function loadTimeline(id: ContactId, limit: number): Promise<void> {
  setTimeline({ status: 'loading' })
  const result = await call('contacts.history', { id, before: null, limit })
  if (useContactPageStore.getState().id !== id) return
  if (!result.ok) return setTimeline({ status: 'failed', failure: result.failure })
  setTimeline({ ...result.value, status: 'ready', failure: null })
}

function setTimeline(change: Partial<TimelineState>): void {
  useContactPageStore.setState(state => ({ timeline: { ...state.timeline, ...change } }))
}
