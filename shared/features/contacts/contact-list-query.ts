import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { ContactId } from './contact.ts'
import { ContactFilter } from './contact-filter.ts'

/**
 * `activity`: when the customer was last dealt with. `relevance`: by rank of the search, best first in
 * either direction; without a search as `activity`, newest first. `name`, `company` …: pinyin A to Z, surname reading first, then Latin, then digits; empty ones last in either
 * direction. `level`, `source`, `stage`: by the order of their list. `birthday`: by month and day.
 */
export const sortColumns = [
  'relevance',
  'activity',
  'name',
  'alias',
  'company',
  'phone',
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
export const SortBy = z.union([z.enum(sortColumns), Id])
export type SortBy = z.infer<typeof SortBy>

/** By one column; an id is an own field's. Ties: by name, then by age of the record (by name backwards: newest first). */
export const ContactSort = z.strictObject({ by: SortBy, dir: z.enum(['asc', 'desc']) })
export type ContactSort = z.infer<typeof ContactSort>

export const defaultSort: ContactSort = { by: 'activity', dir: 'desc' }

/** Which customers, in which order. */
export const ContactQuery = z.strictObject({
  search: z.string().max(200),
  filter: ContactFilter,
  sort: ContactSort,
})
export type ContactQuery = z.infer<typeof ContactQuery>

/** What a bulk action works on: customers named, or all that a query finds but some. */
export const ContactTarget = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ids'), ids: z.array(ContactId).min(1).max(5000) }),
  z.strictObject({
    by: z.literal('query'),
    search: z.string().max(200),
    filter: ContactFilter,
    except: z.array(ContactId).max(5000),
  }),
])
export type ContactTarget = z.infer<typeof ContactTarget>
