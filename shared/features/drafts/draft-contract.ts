import { z } from 'zod'
import { command, query } from '../../kernel/channel.ts'

/** `contact:new`, `contact:<id>` …: one draft per form and record, kept for the person who typed it. */
const DraftKey = z.string().min(1).max(100)
const DraftText = z.string().max(1_000_000)

/** What is typed but not saved, sealed in the vault within a second, so that a lock or a crash loses nothing. */
export const draftContract = {
  'drafts.load': query('vault.use', z.strictObject({ key: DraftKey }), z.strictObject({ text: DraftText.nullable() })),
  'drafts.save': command('vault.use', z.strictObject({ key: DraftKey, text: DraftText }), z.strictObject({ key: DraftKey })),
  'drafts.discard': command('vault.use', z.strictObject({ key: DraftKey }), z.strictObject({ key: DraftKey })),
  'drafts.list': query('vault.use', z.strictObject({}), z.array(z.strictObject({ key: DraftKey }))),
} as const
