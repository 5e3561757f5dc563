import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import type { FieldSource } from '../../../../shared/features/contacts/contact-contract.ts'
import { call } from '../../../kernel/client.ts'
import { createVaultStore } from '../../../kernel/create-vault-store.ts'

interface ProvenanceState {
  /** Customer and revision it is about. */
  readonly of: string
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly sources: ReadonlyMap<string, FieldSource>
}

/** Where the values of the page come from, asked for when somebody first looks, once for each revision. */
export const useProvenance = createVaultStore<ProvenanceState>(() => ({ of: '', status: 'idle', sources: new Map() }))

export async function loadProvenance({ id, revision }: Pick<Contact, 'id' | 'revision'>): Promise<void> {
  const of = `${id} ${revision}`
  const now = useProvenance.getState()
  if (now.of === of && (now.status === 'loading' || now.status === 'ready')) return
  useProvenance.setState({ of, status: 'loading', sources: new Map() })
  const result = await call('contacts.provenance', { id })
  if (useProvenance.getState().of !== of) return
  if (!result.ok) return useProvenance.setState({ status: 'failed' })
  useProvenance.setState({ status: 'ready', sources: new Map(result.value.map(source => [source.field, source])) })
}

/** The source of one field as far as it is known for this revision. */
export function useFieldSource({ id, revision }: Pick<Contact, 'id' | 'revision'>, field: string): FieldSource | null {
  return useProvenance(state => (state.of === `${id} ${revision}` ? (state.sources.get(field) ?? null) : null))
}
