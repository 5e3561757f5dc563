import { call } from '../../kernel/client.ts'
import { createPagedList } from '../contacts/paged-list.ts'

/** The Trash has one order and no filter, so there is one question only. */
const everything = { all: true } as const

export const trashList = createPagedList<typeof everything>(everything, (_, page) => call('contacts.listTrash', page))
export const useTrashList = trashList.useStore

export const trashDays = 30
const dayMs = 86_400_000

/** Whole days until a trashed customer is deleted for good; 0 when it may happen today. */
export function trashDaysLeft(trashedAt: string, now: Date): number {
  const due = new Date(trashedAt).getTime() + trashDays * dayMs
  return Math.max(0, Math.ceil((due - now.getTime()) / dayMs))
}
