import type { ActSummary, UndoOutcome } from '../../../shared/features/acts/act.ts'
import { newId as makeId } from '../clock.ts'
import type { WritableDb } from '../db/database.ts'
import { schemaVersion } from '../db/migrate.ts'
import { type ActRecord, closeAct, getAct, insertAct, listUnfinished, summarise } from './act-records.ts'
import { applyChanges, type ChangeWriter, type Written } from './apply-changes.ts'
import type { Actor, ActStart, Change } from './change.ts'
import { countActRows, lastStamp } from './change-log.ts'
import { installGuards } from './guard-triggers.ts'
import { createHybridClock, stampHex } from './hybrid-clock.ts'
import { type InverseBatch, inverseBatchesOf } from './inverse-batches.ts'
import { kernelTables } from './kernel-tables.ts'
import type { DerivedTable, SyncedTable } from './synced-table.ts'
import { readTableShape } from './table-shape.ts'
import { planRedo, planUndo, takeBack } from './undo.ts'
import { recordOnStacks } from './undo-stack.ts'

/**
 * The one write path (sync.md). Every method that writes asserts that a transaction is open; the dispatcher and the
 * job runner open it. What a failed `write` had begun is undone within that transaction.
 */
export interface Spine {
  /** Opens an act and answers its id. */
  readonly begin: (start: ActStart, actor: Actor) => string
  /** Validates, writes rows, log, cell clocks, derived tables. Throws AppError not-found, conflict; a bug for unknown columns. */
  readonly write: (actId: string, changes: readonly Change[]) => void
  /** Ends the act; pushes it on the person's undo stack where it is one a person may take back. */
  readonly finish: (actId: string) => ActSummary
  /** begin + write + finish. */
  readonly apply: (start: ActStart, actor: Actor, changes: readonly Change[]) => ActSummary
  /** Log rows of an act. */
  readonly rowCount: (actId: string) => number
  /** Applies the inverse of an act as a new act; records changed since are left and listed. */
  readonly undo: (actId: string, actor: Actor) => UndoOutcome
  /** Applies again what an undone act did. */
  readonly redo: (actId: string, actor: Actor) => UndoOutcome
  /** The inverse of an act in batches of at most about 100 log rows, newest first, for jobs. */
  readonly inverseBatches: (actId: string) => Iterable<InverseBatch>
  /** Acts that never finished (killed in the middle), oldest first. */
  readonly unfinished: () => readonly string[]
  /** What was written since it was asked last; null for nothing. Asked after each commit, and after a rollback to forget. */
  readonly takeWritten: () => RecordsWritten | null
  /** Grows with every write that changed a record, also one that is rolled back afterwards. */
  readonly version: () => number
}

export interface RecordsWritten {
  readonly tables: readonly string[]
  readonly contactIds: readonly string[]
}

export interface SpineOptions {
  readonly tables: readonly SyncedTable[]
  readonly derived: readonly DerivedTable[]
  readonly now: () => Date
  /** This computer's 8 bytes. */
  readonly deviceNode: Uint8Array
  readonly newId?: () => string
}

interface OpenAct {
  readonly record: ActRecord
  readonly contactIds: Set<string>
  rows: number
}

/** Takes over all writing on this connection: synced tables accept rows from nowhere else until it closes. */
export function createSpine(db: WritableDb, options: SpineOptions): Spine {
  const { now, derived, newId = makeId } = options
  const shapes = new Map([...kernelTables, ...options.tables].map(table => [table.name, readTableShape(db, table)]))
  const clock = createHybridClock(options.deviceNode, lastStamp(db))
  const writer: ChangeWriter = { db, shapes, clock, schemaVersion: schemaVersion(db) }
  const runUnguarded = installGuards(db, [...shapes.keys()])
  const openActs = new Map<string, OpenAct>()
  const pending = { tables: new Set<string>(), contactIds: new Set<string>() }
  let version = 0

  const begin = (start: ActStart, actor: Actor): string => {
    assertTransaction(db)
    const at = now()
    const id = newId()
    const { kind, name, subject, undoes = null } = start
    const act = { id, kind, name, subject, actor: actor.staffId, started: at.toISOString(), undoes }
    runUnguarded(() => insertAct(db, { ...act, ts: clock.tick(at.getTime()), source: stampHex(options.deviceNode) }))
    return id
  }

  const openAct = (actId: string): OpenAct => {
    const known = openActs.get(actId)
    if (known !== undefined) return known
    const record = getAct(db, actId)
    if (record.state !== 'open') throw new Error('an act that has ended takes no more changes')
    const act = { record, contactIds: new Set<string>(), rows: 0 }
    openActs.set(actId, act)
    return act
  }

  const noteWritten = (act: OpenAct, written: Written): void => {
    act.rows += written.rows
    for (const table of written.tables) pending.tables.add(table)
    for (const contactId of written.contactIds) {
      act.contactIds.add(contactId)
      pending.contactIds.add(contactId)
    }
  }

  const write = (actId: string, changes: readonly Change[]): void => {
    assertTransaction(db)
    const act = openAct(actId)
    const context = { actId, staffId: act.record.actor, wall: now().getTime() }
    const written = inSavepoint(db, () => {
      const result = runUnguarded(() => applyChanges(writer, context, changes))
      const contactIds = [...result.contactIds]
      if (contactIds.length > 0) for (const table of derived) table.refresh(db, contactIds, result.parts)
      return result
    })
    if (written.rows > 0) version += 1
    noteWritten(act, written)
  }

  const finish = (actId: string): ActSummary => {
    assertTransaction(db)
    const { record, contactIds, rows } = openAct(actId)
    openActs.delete(actId)
    runUnguarded(() => closeAct(db, record, now().toISOString(), contactIds.size))
    recordOnStacks(db, record, rows > 0)
    return { ...summarise(record), count: contactIds.size }
  }

  const core = {
    begin,
    write,
    finish,
    rowCount: (actId: string) => countActRows(db, actId),
    inverseBatches: (actId: string) => inverseBatchesOf(db, shapes, actId),
  }
  return {
    ...core,
    apply: (start, actor, changes) => {
      const actId = begin(start, actor)
      try {
        write(actId, changes)
        return finish(actId)
      } finally {
        openActs.delete(actId)
      }
    },
    undo: (actId, actor) => takeBack(core, planUndo(db, actId), actor),
    redo: (actId, actor) => takeBack(core, planRedo(db, actId), actor),
    unfinished: () => listUnfinished(db),
    takeWritten: () => {
      if (pending.tables.size === 0) return null
      const taken = { tables: [...pending.tables], contactIds: [...pending.contactIds] }
      pending.tables.clear()
      pending.contactIds.clear()
      return taken
    },
    version: () => version,
  }
}

function assertTransaction(db: WritableDb): void {
  if (!db.inTransaction) throw new Error('written outside a transaction')
}

function inSavepoint<T>(db: WritableDb, work: () => T): T {
  db.run('SAVEPOINT change_set')
  try {
    const result = work()
    db.run('RELEASE change_set')
    return result
  } catch (error) {
    // a full disk may have ended the whole transaction already
    if (db.inTransaction) {
      db.run('ROLLBACK TO change_set')
      db.run('RELEASE change_set')
    }
    throw error
  }
}
