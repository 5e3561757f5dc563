import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import type { SelectionChange } from '../../ui/virtual-table.tsx'
import { createPagedList } from '../contacts/paged-list.ts'
import { changeSelection } from '../contacts/selection-change.ts'

/** The Trash has one order and no filter, so there is one question only. */
const everything = { all: true } as const

export const trashList = createPagedList<typeof everything>(everything, (_, page) => call('contacts.listTrash', page))
export const useTrashList = trashList.useStore

export const useTrashSelection = createVaultStore<{ readonly ids: ReadonlySet<ContactId> }>(() => ({ ids: new Set() }))

export function selectTrash(change: SelectionChange): void {
  const { window } = useTrashList.getState()
  useTrashSelection.setState(({ ids }) => ({ ids: changeSelection(ids, change, window) }))
}
