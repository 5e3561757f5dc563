import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'

/** Which forms have text that is not saved, by draft key. */
export const useDraftKeys = createVaultStore<{ readonly keys: ReadonlySet<string> }>(() => ({ keys: new Set() }))

export async function loadDraftKeys(): Promise<void> {
  const result = await call('drafts.list', {})
  if (result.ok) useDraftKeys.setState({ keys: new Set(result.value.map(draft => draft.key)) })
}

export function noteDraft(key: string, exists: boolean): void {
  useDraftKeys.setState(({ keys }) => {
    const next = new Set(keys)
    if (exists) next.add(key)
    else next.delete(key)
    return { keys: next }
  })
}
