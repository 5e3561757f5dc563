import type { ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { asksForCustomers, type FindQuery, readQuery } from './find-query.ts'

interface FindState extends FindQuery {
  /** As it stands in the box. */
  readonly text: string
  readonly hits: readonly ContactHit[]
  /** Customers that match, those beyond the shown ones too. */
  readonly total: number
  /** Whether `hits` answer what stands in the box. */
  readonly isAnswered: boolean
  readonly failure: Failure | null
  /** The customer whose actions are shown; what is typed then looks among them. */
  readonly acting: { readonly customer: ContactRow; readonly text: string; readonly picked: number } | null
}

const limit = 8
const recent = 5

export const useFind = createVaultStore<FindState>(() => ({
  text: '',
  mode: 'all',
  query: '',
  hits: [],
  total: 0,
  isAnswered: false,
  failure: null,
  acting: null,
}))

let asked = 0

export function openFind(): void {
  useFind.setState(useFind.getInitialState(), true)
  void search('', false)
}

/** Takes what is typed and asks; only the answer to the newest text is shown, the rows of before stay until then. */
export async function search(text: string, composing: boolean): Promise<void> {
  asked += 1
  const mine = asked
  const { mode, query } = readQuery(text, composing)
  useFind.setState({ text, mode, query, isAnswered: false })
  const answer = await askFor({ mode, query })
  if (asked !== mine) return
  if (answer.ok) useFind.setState({ ...answer.value, isAnswered: true, failure: null })
  else useFind.setState({ hits: [], total: 0, isAnswered: true, failure: answer.failure })
}

/** Shows what can be done about this customer. */
export function showActions(customer: ContactRow): void {
  useFind.setState({ acting: { customer, text: '', picked: 0 } })
}

export function searchActions(text: string): void {
  useFind.setState(({ acting }) => ({ acting: acting === null ? null : { ...acting, text, picked: 0 } }))
}

/** Puts the cursor on one of the actions. */
export function pointAction(picked: number): void {
  useFind.setState(({ acting }) => ({ acting: acting === null ? null : { ...acting, picked } }))
}

/** Back to the results, as they were. */
export function leaveActions(): void {
  useFind.setState({ acting: null })
}

async function askFor({ mode, query }: FindQuery) {
  if (!asksForCustomers(mode) || (mode === 'numbers' && query === '')) return nobody
  if (query === '') return recentCustomers()
  return call('contacts.find', { text: query.slice(0, 200), limit, scope: mode === 'numbers' ? 'numbers' : 'all' })
}

const nobody = { ok: true, value: { hits: [], total: 0 } } as const

async function recentCustomers() {
  const result = await call('contacts.recent', { limit: recent })
  if (!result.ok) return result
  const hits: ContactHit[] = result.value.map(row => ({ row, matched: 'name' }))
  return { ok: true, value: { hits, total: hits.length } } as const
}
