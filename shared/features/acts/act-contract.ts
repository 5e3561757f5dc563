import { z } from 'zod'
import { command, query, task } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { ActSummary, UndoOutcome } from './act.ts'

const StackTop = z.strictObject({ act: ActSummary, asJob: z.boolean() }).nullable()

/** The top of this person's undo and redo stacks. `asJob`: too long to undo at once, take `acts.undoAsJob`. */
export const UndoStack = z.strictObject({ undo: StackTop, redo: StackTop })
export type UndoStack = z.infer<typeof UndoStack>

export const actContract = {
  'acts.stack': query('contacts.view', z.strictObject({}), UndoStack),
  /** Takes back one act (any act, not only the top). */
  'acts.undo': command('contacts.edit', z.strictObject({ actId: Id }), UndoOutcome),
  /** Does again what the named act did before it was undone. */
  'acts.redo': command('contacts.edit', z.strictObject({ actId: Id }), UndoOutcome),
  'acts.undoAsJob': task('contacts.edit', z.strictObject({ actId: Id }), UndoOutcome),
  'acts.redoAsJob': task('contacts.edit', z.strictObject({ actId: Id }), UndoOutcome),
} as const
