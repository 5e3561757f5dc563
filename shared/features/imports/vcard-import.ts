import { z } from 'zod'
import { Id, Instant } from '../../kernel/id.ts'
import { ContactId } from '../contacts/contact.ts'

export const cardOutcomes = ['imported', 'imported-with-notes', 'skipped'] as const

/** Why a card was left out, or what of it could not be taken as it stood. One word each in both languages. */
export const cardNotes = [
  'no-name',
  'no-end',
  'empty-card',
  'unreadable-characters',
  'bad-date',
  'photo-left-out',
  'sound-left-out',
  'field-to-note',
  'value-too-long',
  'too-many-values',
  'line-unreadable',
  'nested-card',
  'encoding-guessed',
] as const
export const CardNote = z.enum(cardNotes)
export type CardNote = z.infer<typeof CardNote>

/** One card of an imported file. */
export const CardReport = z.strictObject({
  n: z.int(),
  /** Line of the file on which the card begins, from 1. */
  line: z.int(),
  outcome: z.enum(cardOutcomes),
  name: z.string(),
  contactId: ContactId.nullable(),
  notes: z.array(z.strictObject({ note: CardNote, field: z.string(), count: z.int() })),
})
export type CardReport = z.infer<typeof CardReport>

export const ImportSummary = z.strictObject({
  actId: Id,
  fileName: z.string(),
  at: Instant,
  imported: z.int(),
  withNotes: z.int(),
  skipped: z.int(),
  /** It was taken back, wholly or but for changed records. */
  undone: z.boolean(),
})
export type ImportSummary = z.infer<typeof ImportSummary>
