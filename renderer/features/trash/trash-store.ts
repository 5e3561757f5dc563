import { call } from '../../kernel/client.ts'
import { createPagedList } from '../contacts/paged-list.ts'

/** The Trash has one order and no filter, so there is one question only. */
const everything = { all: true } as const

export const trashList = createPagedList<typeof everything>(everything, (_, page) => call('contacts.listTrash', page))
export const useTrashList = trashList.useStore
