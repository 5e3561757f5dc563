import type { ActSummary, UndoOutcome } from '../../../shared/features/acts/act.ts'
import type { Job, JobStarted } from '../../../shared/features/jobs/job.ts'
import type { Channel, Contract, OutputOf, ParsedInputOf } from '../../../shared/kernel/channel.ts'
import type { Actor, ActStart, Change } from '../changes/change.ts'
import type { ReadableDb, SqlParams } from '../db/database.ts'
import type { ReadCache } from '../db/read-cache.ts'
import type { BatchSource, JobStart } from '../jobs/job-runner.ts'

export interface QueryContext {
  readonly db: ReadableDb
  /** For what takes long to work out; emptied when a record changes, gone when the vault locks. */
  readonly cache: ReadCache
  readonly actor: Actor
  readonly now: () => Date
  /** Of this session, oldest first. */
  readonly jobs: () => readonly Job[]
}

export interface CommandContext extends QueryContext {
  /** UUIDv7 in time order. */
  readonly newId: () => string
  /** Writes the changes as one act, inside the transaction that the dispatcher opened. */
  readonly apply: (act: ActStart, changes: readonly Change[]) => ActSummary
  readonly undo: (actId: string) => UndoOutcome
  readonly redo: (actId: string) => UndoOutcome
  readonly cancelJob: (id: string) => Job
  /** Writes a local table (`_` prefix); a bug for any other. */
  readonly writeLocal: (sql: string, ...params: SqlParams) => { readonly changes: number }
}

export interface TaskContext extends QueryContext {
  readonly newId: () => string
  /** Starts a job and answers at once. */
  readonly startJob: (job: JobStart) => JobStarted
  /** The inverse of an act, for a job that takes it back. */
  readonly inverseOf: (actId: string) => BatchSource
  /** The path behind a file token that a person chose; throws file-missing. */
  readonly filePath: (token: string) => string
}

type NotPromise<T> = T extends PromiseLike<unknown> ? never : T

type Handler<C extends Channel> =
  C extends Channel<'query'>
    ? (context: QueryContext, input: ParsedInputOf<C>) => NotPromise<OutputOf<C>>
    : C extends Channel<'command'>
      ? (context: CommandContext, input: ParsedInputOf<C>) => NotPromise<OutputOf<C>>
      : (context: TaskContext, input: ParsedInputOf<C>) => JobStarted

/** Complete by type: a missing or extra channel, or a query that writes, does not compile. */
export type HandlersFor<C extends Contract> = { readonly [N in keyof C]: Handler<C[N]> }

/** The window whose page calls. */
export interface Caller {
  readonly contentsId: number
}

type MainHandler<C extends Channel> = (input: ParsedInputOf<C>, caller: Caller) => OutputOf<C> | Promise<OutputOf<C>>
export type MainHandlersFor<C extends Contract> = { readonly [N in keyof C]: MainHandler<C[N]> }
