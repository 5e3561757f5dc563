import { z } from 'zod'
import { command, query, task } from '../../kernel/channel.ts'
import { Id, Instant } from '../../kernel/id.ts'
import { ActSummary } from '../acts/act.ts'
import { Contact, ContactDraft, ContactId, ContactRow, PhotoKey } from './contact.ts'
import { BulkAction } from './contact-bulk.ts'
import { ContactFilter } from './contact-filter.ts'
import { ContactLink, LinkDraft } from './contact-link.ts'
import { ContactQuery, ContactTarget } from './contact-list-query.ts'

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
  matched: z.enum(['name', 'alias', 'pinyin', 'company', 'phone', 'memberNo', 'email', 'handle', 'tag', 'address', 'note']),
})
export type ContactHit = z.infer<typeof ContactHit>

/**
 * One field of one act; '' stands for no value. `field` is one of
 * - a key of the contact: choices as keys, the birthday as stored, `assigneeId` as the name of the person, `photo` as
 *   the picture's key;
 * - `phones`, `emails`, `addresses`, `handles`: one item of the list; `<list>.label`, `<list>.preferred`;
 * - `tags`: one tag;
 * - `links.<kind>.<out|in>`, seen from this customer: the other's name now, and the note after ` · ` where there is one;
 * - `custom:<field id>`: names of choices, joined with `, `; `yes` and `no`; else the stored text.
 */
export const FieldChange = z
  .strictObject({
    field: z.string(),
    before: z.string(),
    after: z.string(),
    /** Of an own field: what it is called now, also when it was deleted. */
    fieldName: z.string().optional(),
    /** Of an own field: marked personal, so that the mask hides it. */
    isPersonal: z.boolean().optional(),
  })
  .meta({ mask: 'change' })
export type FieldChange = z.infer<typeof FieldChange>

export const HistoryEntry = z.strictObject({
  /** Hybrid clock, hex: sorts entries and is the cursor. */
  key: z.string(),
  at: Instant,
  staffName: z.string(),
  act: ActSummary,
  changes: z.array(FieldChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/**
 * Where what stands in a field comes from: the newest change that wrote it, an undo too. `field`: a key of the contact,
 * `phones.<id>` for one item of a list, `tags.<name>`, `custom:<field id>`. Fields that say nothing are left out.
 */
export const FieldSource = z.strictObject({
  field: z.string(),
  at: Instant,
  staffName: z.string(),
  act: ActSummary,
  /** File and row (card) it was imported from; null when it was typed. */
  from: z.strictObject({ file: z.string(), row: z.int() }).nullable(),
})
export type FieldSource = z.infer<typeof FieldSource>

/** A picture of at most about 1 MB, base64; JPEG, PNG or WebP, told by its bytes. */
const Picture = z.strictObject({ base64: z.base64().max(1_400_000) })

/** What a write answers: the customer and the act that an Undo button takes back. */
const Written = z.strictObject({ id: ContactId, act: ActSummary })

export const contactContract = {
  'contacts.list': query('contacts.view', ContactQuery.extend({ ...Page, customFields: z.array(Id).max(20) }), ContactPage),
  /** At which place of the list a customer stands; null when the query does not find her. */
  'contacts.indexOf': query(
    'contacts.view',
    ContactQuery.extend({ id: ContactId }),
    z.strictObject({ index: z.int().nullable() }),
  ),
  /** How many a filter finds, for its live count. */
  'contacts.count': query(
    'contacts.view',
    z.strictObject({ search: z.string().max(200), filter: ContactFilter }),
    z.strictObject({ total: z.int() }),
  ),
  /** `numbers`: phones and member numbers only. */
  'contacts.find': query(
    'contacts.view',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50), scope: z.enum(['all', 'numbers']) }),
    z.strictObject({ total: z.int(), hits: z.array(ContactHit) }),
  ),
  /** Those whose page this person opened last, newest first; filled up with the last dealt with. */
  'contacts.recent': query('contacts.view', z.strictObject({ limit: z.int().min(1).max(50) }), z.array(ContactRow)),
  /** This person opened the page: it ranks higher in her searches for 30 days. */
  'contacts.noteOpened': command('contacts.view', z.strictObject({ id: ContactId }), z.strictObject({ id: ContactId })),
  'contacts.get': query('contacts.view', z.strictObject({ id: ContactId }), Contact),
  'contacts.links': query('contacts.view', z.strictObject({ id: ContactId }), z.array(ContactLink)),
  /** Links two customers; the same link made again changes its note. Works-at fills an empty company. */
  'contacts.link': command('contacts.edit', LinkDraft, z.strictObject({ id: Id, act: ActSummary.nullable() })),
  'contacts.unlink': command('contacts.edit', z.strictObject({ id: Id }), z.strictObject({ act: ActSummary })),
  /** Null takes the picture away. Throws picture-unreadable; act is null when it is the same picture. */
  'contacts.setPhoto': command(
    'contacts.edit',
    z.strictObject({ id: ContactId, picture: Picture.nullable() }),
    z.strictObject({ id: ContactId, act: ActSummary.nullable() }),
  ),
  /** The bytes of a customer's picture; throws not-found. The window shows them as a blob: address, which ends with the page. */
  'contacts.photo': query(
    'contacts.view',
    z.strictObject({ photo: PhotoKey.min(64) }),
    z.strictObject({ type: z.enum(['image/jpeg', 'image/png', 'image/webp']), base64: z.string() }),
  ),
  'contacts.provenance': query('contacts.view', z.strictObject({ id: ContactId }), z.array(FieldSource)),
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
  /** One act; throws too-many for a target of more than 500, which `bulkAsJob` takes. */
  'contacts.bulk': command(
    'contacts.edit',
    z.strictObject({ target: ContactTarget, action: BulkAction }),
    /** `unchanged`: those that were so already. act is null when nobody changed. */
    z.strictObject({ changed: z.int(), unchanged: z.int(), act: ActSummary.nullable() }),
  ),
  /** As a job; counts `changed` and `unchanged`. */
  'contacts.bulkAsJob': task('contacts.edit', z.strictObject({ target: ContactTarget, action: BulkAction }), z.strictObject({})),
  'contacts.listTrash': query('contacts.trash', z.strictObject(Page), ContactPage),
} as const
