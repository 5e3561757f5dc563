import { undoAtOnceLimit } from '../../../shared/features/acts/act.ts'
import type { actContract, UndoStack } from '../../../shared/features/acts/act-contract.ts'
import type { JobStarted } from '../../../shared/features/jobs/job.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { summarise } from '../../kernel/changes/act-records.ts'
import { actExceeds } from '../../kernel/changes/change-log.ts'
import { planRedo, planUndo, type TakeBack } from '../../kernel/changes/undo.ts'
import { type StackName, topOfStack } from '../../kernel/changes/undo-stack.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { HandlersFor, TaskContext } from '../../kernel/ipc/handlers.ts'

export const actHandlers: HandlersFor<typeof actContract> = {
  'acts.stack': ({ db, actor }) => ({
    undo: stackTop(db, actor.staffId, 'undo'),
    redo: stackTop(db, actor.staffId, 'redo'),
  }),
  'acts.undo': ({ db, undo }, { actId }) => {
    assertShort(db, planUndo(db, actId))
    return undo(actId)
  },
  'acts.redo': ({ db, redo }, { actId }) => {
    assertShort(db, planRedo(db, actId))
    return redo(actId)
  },
  'acts.undoAsJob': (context, { actId }) => startTakingBack(context, 'undo', planUndo(context.db, actId)),
  'acts.redoAsJob': (context, { actId }) => startTakingBack(context, 'redo', planRedo(context.db, actId)),
}

function stackTop(db: ReadableDb, staffId: string, stack: StackName): UndoStack['undo'] {
  const act = topOfStack(db, staffId, stack)
  if (act === null) return null
  // a redo applies the inverse of the undo
  const asJob = actExceeds(db, act.undone_by ?? act.id, undoAtOnceLimit)
  return { act: summarise(act), asJob }
}

/** A long act taken back at once would hold up everybody's saves: the screen must ask for a job. */
function assertShort(db: ReadableDb, plan: TakeBack): void {
  if (actExceeds(db, plan.target, undoAtOnceLimit)) throw new AppError('invalid-input', { field: 'actId' })
}

function startTakingBack(context: TaskContext, kind: 'undo' | 'redo', plan: TakeBack): JobStarted {
  return context.startJob({
    kind,
    subject: plan.start.subject,
    act: plan.start,
    open: () => context.inverseOf(plan.target),
  })
}
