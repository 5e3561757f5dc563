import type { ActKind } from '../../../shared/features/acts/act.ts'
import type { ReadableDb, WritableDb } from '../db/database.ts'
import { type ActRecord, findAct } from './act-records.ts'

export const undoStackSize = 50

export type StackName = 'undo' | 'redo'

const undoableKinds: ReadonlySet<ActKind> = new Set(['edit', 'import', 'bulk', 'merge', 'restore'])

/** Whether a person may take the act back: their own ordinary work, but not the founding of the vault. */
export function isUndoable(act: ActRecord): boolean {
  return undoableKinds.has(act.kind) && act.name !== 'vault-create'
}

/** The act that undo or redo would take next; null when there is none. */
export function topOfStack(db: ReadableDb, staffId: string, stack: StackName): ActRecord | null {
  const top = db.get<{ act: string }>(
    'SELECT act FROM _undo WHERE staff = ? AND stack = ? ORDER BY pos DESC LIMIT 1',
    staffId,
    stack,
  )
  return top === undefined ? null : (findAct(db, top.act) ?? null)
}

/**
 * Moves an act that has just ended onto the person's stacks: ordinary work goes on undo and clears redo; what an
 * undo took back goes to redo; what a redo did again goes back to undo.
 */
export function recordOnStacks(db: WritableDb, act: ActRecord, wroteAnything: boolean): void {
  if (act.kind === 'undo' && act.undoes !== null) return moveUndone(db, act.actor, act.undoes)
  if (act.kind === 'redo' && act.undoes !== null) return moveRedone(db, act.actor, act.undoes)
  if (!isUndoable(act) || !wroteAnything) return
  db.run("DELETE FROM _undo WHERE staff = ? AND stack = 'redo'", act.actor)
  push(db, act.actor, 'undo', act.id)
}

function moveUndone(db: WritableDb, staffId: string, target: string): void {
  remove(db, target)
  const act = findAct(db, target)
  if (act !== undefined && act.state === 'done' && isUndoable(act)) push(db, staffId, 'redo', target)
}

function moveRedone(db: WritableDb, staffId: string, undoId: string): void {
  const target = findAct(db, undoId)?.undoes
  if (target === undefined || target === null) return
  remove(db, target)
  push(db, staffId, 'undo', target)
}

function remove(db: WritableDb, actId: string): void {
  db.run('DELETE FROM _undo WHERE act = ?', actId)
}

function push(db: WritableDb, staffId: string, stack: StackName, actId: string): void {
  const top = db.get<{ pos: number | null }>('SELECT max(pos) AS pos FROM _undo WHERE staff = ? AND stack = ?', staffId, stack)
  const pos = (top?.pos ?? 0) + 1
  db.run('INSERT INTO _undo (staff, stack, pos, act) VALUES (?, ?, ?, ?)', staffId, stack, pos, actId)
  db.run('DELETE FROM _undo WHERE staff = ? AND stack = ? AND pos <= ?', staffId, stack, pos - undoStackSize)
}
