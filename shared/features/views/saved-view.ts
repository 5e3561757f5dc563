import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { ContactFilter } from '../contacts/contact-filter.ts'
import { ContactSort } from '../contacts/contact-list-query.ts'

/** A column of the customers' list: a built-in one, or an own field by its id. `name` is always there. */
export const listColumns = [
  'phone',
  'tags',
  'activity',
  'company',
  'alias',
  'email',
  'place',
  'memberNo',
  'level',
  'source',
  'stage',
  'assignee',
  'birthday',
  'created',
] as const
export const ListColumn = z.union([z.enum(listColumns), Id])
export type ListColumn = z.infer<typeof ListColumn>

export const defaultColumns: readonly ListColumn[] = ['phone', 'company', 'tags', 'activity']

/** What a view remembers. */
export const ViewDefinition = z.strictObject({
  search: z.string().max(200),
  filter: ContactFilter,
  sort: ContactSort,
  columns: z.array(ListColumn).max(30),
})
export type ViewDefinition = z.infer<typeof ViewDefinition>

/** Known to every shop; their definitions are code (system-views.ts). */
export const systemViewKeys = ['all', 'added-this-week', 'birthday-this-month', 'mine', 'no-phone', 'not-seen-60-days'] as const
export const SystemViewKey = z.enum(systemViewKeys)
export type SystemViewKey = z.infer<typeof SystemViewKey>

export const SavedView = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(60),
  /** Everybody of the shop sees it, its maker changes it. */
  shared: z.boolean(),
  isMine: z.boolean(),
  ownerName: z.string(),
  /** Shown under Customers in the sidebar. */
  pinned: z.boolean(),
  definition: ViewDefinition,
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViewDraft = SavedView.pick({ name: true, shared: true, pinned: true, definition: true }).extend({
  id: Id.nullable(),
})
export type SavedViewDraft = z.infer<typeof SavedViewDraft>
