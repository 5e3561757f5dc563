import { z } from 'zod'
import { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import { call } from '../../../kernel/client.ts'
import { createVaultStore } from '../../../kernel/create-vault-store.ts'

/** Kept in the vault for this person, beside her drafts. */
const memoryKey = 'list:columns'
const Memory = z.record(z.string(), z.array(ListColumn).max(30))

interface ColumnsMemory {
  /** The columns that a person chose in a view that cannot be saved, by the view's key. */
  readonly chosen: Readonly<Record<string, readonly ListColumn[]>>
  readonly isLoaded: boolean
}

export const useColumnsMemory = createVaultStore<ColumnsMemory>(() => ({ chosen: {}, isLoaded: false }))

/** Asks once for what was chosen earlier; what cannot be read counts as nothing chosen. */
export async function loadColumnsMemory(): Promise<void> {
  if (useColumnsMemory.getState().isLoaded) return
  const result = await call('drafts.load', { key: memoryKey })
  if (!result.ok) return
  const chosen = readMemory(result.value.text)
  useColumnsMemory.setState(state => ({ chosen: { ...chosen, ...state.chosen }, isLoaded: true }))
}

export function rememberColumns(view: string, columns: readonly ListColumn[]): void {
  const chosen = { ...useColumnsMemory.getState().chosen, [view]: columns }
  useColumnsMemory.setState({ chosen })
  void call('drafts.save', { key: memoryKey, text: JSON.stringify(chosen) })
}

export function forgetColumns(view: string): void {
  const { [view]: gone, ...chosen } = useColumnsMemory.getState().chosen
  if (gone === undefined) return
  useColumnsMemory.setState({ chosen })
  void call('drafts.save', { key: memoryKey, text: JSON.stringify(chosen) })
}

function readMemory(text: string | null): ColumnsMemory['chosen'] {
  if (text === null) return {}
  try {
    return Memory.safeParse(JSON.parse(text)).data ?? {}
  } catch {
    return {}
  }
}
