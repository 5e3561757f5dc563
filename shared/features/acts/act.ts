import { z } from 'zod'
import { Id, Instant } from '../../kernel/id.ts'

/** Why records changed (sync.md). */
export const actKinds = ['edit', 'import', 'bulk', 'merge', 'undo', 'redo', 'rule', 'restore', 'sync', 'migrate'] as const
export const ActKind = z.enum(actKinds)
export type ActKind = z.infer<typeof ActKind>

/** What was done, for "Undo …" and the history; one word each in both languages. */
export const actNames = [
  'vault-create',
  'contact-create',
  'contact-edit',
  'contact-trash',
  'contact-put-back',
  'vcard-import',
  'contact-photo',
  'contact-link',
  'contact-unlink',
  'bulk-tag',
  'bulk-set',
  'bulk-assign',
  'bulk-trash',
  'field-save',
  'field-remove',
  'field-arrange',
  'options-save',
  'view-save',
  'view-remove',
] as const
export const ActName = z.enum(actNames)
export type ActName = z.infer<typeof ActName>

export const ActSummary = z.strictObject({
  id: Id,
  kind: ActKind,
  name: ActName,
  /** Name of the one customer it was about, or of the file it came from; '' when several. */
  subject: z.string(),
  /** Customers (not rows) it touched. */
  count: z.int(),
  at: Instant,
  /** For undo and redo: the act they took back. */
  undoes: Id.nullable(),
})
export type ActSummary = z.infer<typeof ActSummary>

/** A record that an undo left alone, since somebody changed it after the act. */
export const LeftRecord = z.strictObject({ table: z.string(), id: Id, contactId: Id.nullable(), name: z.string() })
export type LeftRecord = z.infer<typeof LeftRecord>

export const UndoOutcome = z.strictObject({
  act: ActSummary,
  undone: z.int(),
  left: z.array(LeftRecord).max(200),
  leftCount: z.int(),
})
export type UndoOutcome = z.infer<typeof UndoOutcome>

/** Acts of more log rows than this are undone as a job. */
export const undoAtOnceLimit = 500
