import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'

interface TagState {
  readonly tags: readonly { readonly name: string; readonly count: number }[]
}

/** The tags in use, for suggestions. */
export const useTagStore = createVaultStore<TagState>(() => ({ tags: [] }))

export async function loadTags(): Promise<void> {
  const result = await call('contacts.tags', {})
  if (result.ok) useTagStore.setState({ tags: result.value })
}
