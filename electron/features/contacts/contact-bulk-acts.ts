import type { ActName } from '../../../shared/features/acts/act.ts'
import { type BulkAction, bulkAtOnceLimit } from '../../../shared/features/contacts/contact-bulk.ts'
import type { ContactTarget } from '../../../shared/features/contacts/contact-list-query.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { isAllowed } from '../../../shared/kernel/permission.ts'
import type { ActStart } from '../../kernel/changes/change.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { CommandContext, TaskContext } from '../../kernel/ipc/handlers.ts'
import { createPieceSize } from '../../kernel/jobs/batch-pieces.ts'
import type { Batch, BatchSource, JobStart } from '../../kernel/jobs/job-runner.ts'
import { bulkChanges } from './contact-bulk-changes.ts'
import { findAll } from './contact-found.ts'
import type { ListContext } from './contact-list-order.ts'
import { checkAssignee, checkOption } from './contact-rules.ts'
import { nameOf } from './contact-trash.ts'

export interface BulkRequest {
  readonly target: ContactTarget
  readonly action: BulkAction
}

type BulkAnswer = { changed: number; unchanged: number; act: ReturnType<CommandContext['apply']> | null }

/** One act over all customers of the target. Throws too-many, forbidden, invalid-input for a word or person that is not there. */
export function runBulk(context: CommandContext, { target, action }: BulkRequest): BulkAnswer {
  checkAction(context, action)
  const ids = targetIds(context, target)
  if (ids.length > bulkAtOnceLimit) throw new AppError('too-many', { params: { limit: bulkAtOnceLimit } })
  const { changes, changed } = bulkChanges(context.db, ids, action)
  const act = changed === 0 ? null : context.apply(bulkAct(context.db, ids, action), changes)
  return { changed, unchanged: ids.length - changed, act }
}

/** The same as a job, for any number of customers. */
export function bulkJob(context: TaskContext, { target, action }: BulkRequest): JobStart {
  checkAction(context, action)
  const ids = targetIds(context, target)
  const act = bulkAct(context.db, ids, action)
  return { kind: 'bulk', subject: act.subject, act, open: () => bulkSource(context.db, ids, action) }
}

/** The channel asks for the right to edit; to throw away takes another. */
function checkAction({ db, actor }: ListContext, action: BulkAction): void {
  switch (action.do) {
    case 'trash':
      if (!isAllowed(actor.role, 'contacts.trash')) throw new AppError('forbidden')
      return
    case 'set':
      return checkOption(db, action.list, action.key)
    case 'assign':
      return checkAssignee(db, action.staffId)
    case 'tag':
  }
}

/** In the order in which customers lie on the disk, each once. */
function targetIds(context: ListContext, target: ContactTarget): readonly string[] {
  if (target.by === 'ids') return [...new Set(target.ids)].toSorted()
  const found = findAll(context, target.search, target.filter)
  const docs = found.page(0, found.total)
  const except = new Set<string>(target.except)
  return context.db.column<string>(idsSql, JSON.stringify(docs)).filter(id => !except.has(id))
}

const idsSql = 'SELECT d.id FROM _doc AS d WHERE d.doc IN (SELECT value FROM json_each(?)) ORDER BY d.id'

const actNames = {
  tag: 'bulk-tag',
  set: 'bulk-set',
  assign: 'bulk-assign',
  trash: 'bulk-trash',
} as const satisfies Record<BulkAction['do'], ActName>

function bulkAct(db: ReadableDb, ids: readonly string[], action: BulkAction): ActStart {
  const [only] = ids
  const isOne = only !== undefined && ids.length === 1
  return { kind: isOne ? 'edit' : 'bulk', name: actNames[action.do], subject: isOne ? nameOf(db, only) : '' }
}

/** Each batch is worked out in the same turn in which it is written: whoever was changed or thrown away meanwhile is taken as she is. */
function bulkSource(db: ReadableDb, ids: readonly string[], action: BulkAction): BatchSource {
  const counts = { changed: 0, unchanged: 0 }
  const state = { isStopped: false }
  // a batch is one transaction, for which a person's save waits
  const size = createPieceSize()
  async function* batches(): AsyncGenerator<Batch, void> {
    let done = 0
    while (done < ids.length && !state.isStopped) {
      const part = ids.slice(done, done + size.now())
      const startedAt = performance.now()
      const { changes, changed } = bulkChanges(db, part, action)
      counts.changed += changed
      counts.unchanged += part.length - changed
      done += part.length
      yield { changes, done, total: ids.length, records: done }
      size.learn(part.length, performance.now() - startedAt)
    }
  }
  return { batches: batches(), counts: () => counts, stop: () => void (state.isStopped = true) }
}
