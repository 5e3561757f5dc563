import { z } from 'zod'
import { command, query } from '../../kernel/channel.ts'
import { Id, Instant } from '../../kernel/id.ts'
import { ActSummary } from '../acts/act.ts'
import { Contact, ContactDraft, ContactId, ContactRow } from './contact.ts'

/** `recent`: last activity, newest first. `name`: pinyin A to Z, surname reading first, then Latin, then digits. */
export const ContactSort = z.enum(['recent', 'name'])
export type ContactSort = z.infer<typeof ContactSort>

const Page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const ContactPage = z.strictObject({
  total: z.int(),
  offset: z.int(),
  rows: z.array(ContactRow),
})
export type ContactPage = z.infer<typeof ContactPage>

export const ContactHit = z.strictObject({
  row: ContactRow,
  /** Which field matched best; the screen highlights it. */
  matched: z.enum(['name', 'alias', 'company', 'phone', 'email', 'handle', 'tag', 'address', 'note']),
})
export type ContactHit = z.infer<typeof ContactHit>

/** One field of one act. `item` tells which phone, address … of several. Values are display text, '' when absent. */
export const FieldChange = z.strictObject({
  field: z.string(),
  before: z.string(),
  after: z.string(),
})

export const HistoryEntry = z.strictObject({
  /** Hybrid clock, hex: sorts entries and is the cursor. */
  key: z.string(),
  at: Instant,
  staffName: z.string(),
  act: ActSummary,
  changes: z.array(FieldChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What a write answers: the customer and the act that an Undo button takes back. */
const Written = z.strictObject({ id: ContactId, act: ActSummary })

export const contactContract = {
  'contacts.list': query(
    'contacts.view',
    z.strictObject({ search: z.string().max(200), sort: ContactSort, ...Page }),
    ContactPage,
  ),
  'contacts.find': query(
    'contacts.view',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    z.strictObject({ total: z.int(), hits: z.array(ContactHit) }),
  ),
  'contacts.get': query('contacts.view', z.strictObject({ id: ContactId }), Contact),
  'contacts.history': query(
    'contacts.view',
    z.strictObject({ id: ContactId, before: z.string().max(32).nullable(), limit: z.int().min(1).max(200) }),
    z.strictObject({ entries: z.array(HistoryEntry), more: z.boolean() }),
  ),
  'contacts.tags': query(
    'contacts.view',
    z.strictObject({}),
    z.array(z.strictObject({ id: Id, name: z.string(), count: z.int() })),
  ),
  'contacts.create': command('contacts.edit', z.strictObject({ draft: ContactDraft }), Written),
  'contacts.update': command(
    'contacts.edit',
    z.strictObject({ id: ContactId, revision: z.string().max(64), draft: ContactDraft }),
    /** act is null when nothing differed. */
    z.strictObject({ id: ContactId, act: ActSummary.nullable() }),
  ),
  'contacts.trash': command(
    'contacts.trash',
    z.strictObject({ ids: z.array(ContactId).min(1).max(200) }),
    z.strictObject({ count: z.int(), act: ActSummary }),
  ),
  'contacts.putBack': command(
    'contacts.trash',
    z.strictObject({ ids: z.array(ContactId).min(1).max(200) }),
    z.strictObject({ count: z.int(), act: ActSummary }),
  ),
  'contacts.listTrash': query('contacts.trash', z.strictObject(Page), ContactPage),
} as const
