import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { readQuery } from './find-rows.ts'

interface FindState {
  readonly text: string
  readonly hits: readonly ContactHit[]
  /** Customers that match, those beyond the shown ones too. */
  readonly total: number
  /** The text that `hits` answers. */
  readonly answered: string | null
  readonly failure: Failure | null
}

const limit = 8

export const useFind = createVaultStore<FindState>(() => ({ text: '', hits: [], total: 0, answered: null, failure: null }))

export function openFind(): void {
  useFind.setState({ text: '', hits: [], total: 0, answered: null, failure: null })
  void search('', false)
}

/** Takes what is typed and asks; only the answer to the newest text is shown, the rows of before stay until then. */
export async function search(text: string, composing: boolean): Promise<void> {
  useFind.setState({ text })
  const { mode, query } = readQuery(text, composing)
  if (mode === 'commands') {
    useFind.setState({ hits: [], total: 0, answered: text, failure: null })
    return
  }
  const answer =
    query === '' ? await recentCustomers() : await call('contacts.find', { text: query.slice(0, 200), limit, scope: 'all' })
  if (useFind.getState().text !== text) return
  if (answer.ok) useFind.setState({ ...answer.value, answered: text, failure: null })
  else useFind.setState({ hits: [], total: 0, answered: text, failure: answer.failure })
}

async function recentCustomers() {
  const result = await call('contacts.list', {
    search: '',
    sort: { by: 'activity', dir: 'desc' },
    filter: null,
    customFields: [],
    offset: 0,
    limit: 5,
  })
  if (!result.ok) return result
  const hits: ContactHit[] = result.value.rows.map(row => ({ row, matched: 'name' }))
  return { ok: true, value: { hits, total: hits.length } } as const
}
