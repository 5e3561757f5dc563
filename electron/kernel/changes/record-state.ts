import type { SqlValue } from '../db/database.ts'
import type { Change } from './change.ts'
import type { RecordVersion } from './change-log.ts'
import { sameValue } from './logged-values.ts'
import type { TableShape } from './table-shape.ts'

/** A record at one moment, as the log tells it. Never inserted and deleted count as the same: not there. */
export interface RecordState {
  readonly isLiving: boolean
  readonly values: Readonly<Record<string, SqlValue>> | null
}

/** Null when old values were erased and the state can no longer be told. */
export function stateAfter(shape: TableShape, versions: readonly RecordVersion[]): RecordState | null {
  let values: Record<string, SqlValue> | null = null
  let isLiving = false
  for (const version of versions) {
    if (version.values === null) return null
    if (version.kind === 'insert') values = { ...initialValues(shape), ...version.values }
    else values = Object.assign(values ?? {}, version.values)
    isLiving = version.kind === 'delete' ? false : version.kind === 'update' ? isLiving : true
  }
  return { isLiving, values }
}

function initialValues(shape: TableShape): Record<string, SqlValue> {
  const values: Record<string, SqlValue> = {}
  for (const [column, { initial }] of shape.columns) values[column] = initial
  return values
}

export function sameState(a: RecordState, b: RecordState): boolean {
  if (!a.isLiving && !b.isLiving) return true
  return a.isLiving === b.isLiving && differingValues(a, b).length === 0
}

/** The changes that bring a record from one state to another, in order. */
export function changesBetween(shape: TableShape, id: string, from: RecordState, to: RecordState): readonly Change[] {
  const record = { table: shape.table.name, id, values: {} }
  const changed = to.values === null ? [] : differingValues(to, from)
  const changes: Change[] = []
  const mustLive = to.isLiving || (changed.length > 0 && to.values !== null)
  if (!from.isLiving && mustLive) changes.push({ ...record, kind: 'restore' })
  if (changed.length > 0) changes.push({ ...record, kind: 'update', values: Object.fromEntries(changed) })
  if (!to.isLiving && (from.isLiving || mustLive)) changes.push({ ...record, kind: 'delete' })
  return changes
}

/** Columns of `a` whose value differs in `b`, with the value in `a`. */
function differingValues(a: RecordState, b: RecordState): readonly (readonly [string, SqlValue])[] {
  return Object.entries(a.values ?? {}).filter(([column, value]) => !sameValue(value, b.values?.[column] ?? null))
}
