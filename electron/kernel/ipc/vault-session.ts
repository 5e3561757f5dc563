import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Channel, Contract } from '../../../shared/kernel/channel.ts'
import type { Result } from '../../../shared/kernel/result.ts'
import type { Actor } from '../changes/change.ts'
import type { Spine } from '../changes/spine.ts'
import type { WritableDb } from '../db/database.ts'
import { createReadCache } from '../db/read-cache.ts'
import { writeLocal } from '../db/write-local.ts'
import { inverseSource } from '../jobs/inverse-source.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { toVaultError } from '../vault/driver-error.ts'
import { type CheckedOutput, checkOutput, type DispatchTarget, dispatch, type LogBug } from './dispatch.ts'
import type { CommandContext, QueryContext, TaskContext } from './handlers.ts'

/** A handler as the session calls it, after the contract's types were checked where it was composed. */
export type AnyHandler = (context: never, input: never) => unknown

export interface VaultSessionParts {
  readonly channels: Contract
  readonly handlers: Readonly<Record<string, AnyHandler>>
  readonly db: WritableDb
  readonly spine: Spine
  readonly jobs: JobRunner
  readonly actor: Actor
  readonly now: () => Date
  readonly newId: () => string
  readonly filePath: (token: string) => string
  readonly logBug: LogBug
  /** Called before a command writes; throws vault-missing when what it would write goes nowhere. */
  readonly beforeCommand?: () => void
  /** Called after a command's transaction was committed. */
  readonly afterCommit: () => void
  /** A write found the disk full: room can be given back before the person tries again. */
  readonly onDiskFull: () => void
}

export interface VaultSession {
  readonly call: (name: string, raw: unknown) => Promise<Result<unknown>>
}

/** Each at most about half a megabyte at 100,000 customers. */
const cachedAnswers = 24

/** What an unlocked vault answers, as the person who unlocked it. Commands run in one immediate transaction each. */
export function createVaultSession(parts: VaultSessionParts): VaultSession {
  const { db, spine } = parts
  const cache = createReadCache({ version: spine.version, isInTransaction: () => db.inTransaction, size: cachedAnswers })
  const query: QueryContext = { db, cache, actor: parts.actor, now: parts.now, jobs: () => parts.jobs.list() }
  const command: CommandContext = {
    ...query,
    newId: parts.newId,
    apply: (act, changes) => parts.spine.apply(act, parts.actor, changes),
    undo: actId => parts.spine.undo(actId, parts.actor),
    redo: actId => parts.spine.redo(actId, parts.actor),
    cancelJob: id => parts.jobs.cancel(id),
    writeLocal: (sql, ...params) => writeLocal(parts.db, sql, ...params),
  }
  const task: TaskContext = {
    ...query,
    newId: parts.newId,
    startJob: job => parts.jobs.start(job),
    inverseOf: actId => inverseSource(parts.spine, actId),
    filePath: parts.filePath,
  }
  const target: DispatchTarget = {
    channels: parts.channels,
    role: () => parts.actor.role,
    logBug: parts.logBug,
    run: (name, channel, input) => {
      const handler = parts.handlers[name]
      if (handler === undefined) throw new Error(`no handler for ${name}`)
      return withDriverErrors(parts, () => runHandler(parts, channel, { query, command, task }, handler, input))
    },
  }
  return { call: (name, raw) => dispatch(target, name, raw) }
}

interface Contexts {
  readonly query: QueryContext
  readonly command: CommandContext
  readonly task: TaskContext
}

function runHandler(
  parts: VaultSessionParts,
  channel: Channel,
  contexts: Contexts,
  handler: AnyHandler,
  input: unknown,
): CheckedOutput {
  // the pairing of handler, context and parsed input was checked by HandlersFor where the slice was composed
  const run = (context: QueryContext): CheckedOutput =>
    checkOutput(channel, rejectPromise(handler(context as never, input as never)))
  switch (channel.kind) {
    case 'query':
      return run(contexts.query)
    case 'command': {
      parts.beforeCommand?.()
      // an answer that breaks its contract is a bug, and of a bug people are told that nothing was changed: checked inside
      const output = parts.db.transaction(() => run(contexts.command))
      parts.afterCommit()
      return output
    }
    case 'task':
      return run(contexts.task)
  }
}

/** What the driver says of disk and file is expected; of what was rolled back nothing is told. */
function withDriverErrors<T>(parts: VaultSessionParts, work: () => T): T {
  try {
    return work()
  } catch (error) {
    parts.spine.takeWritten()
    const known = toVaultError(error)
    if (known instanceof AppError && known.code === 'disk-full') parts.onDiskFull()
    throw known
  }
}

/** A promise would outlive the transaction, so an asynchronous handler is a bug. */
function rejectPromise(output: unknown): unknown {
  if (typeof output === 'object' && output !== null && 'then' in output) throw new Error('a vault handler must be synchronous')
  return output
}
