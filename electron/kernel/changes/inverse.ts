import type { LeftRecord } from '../../../shared/features/acts/act.ts'
import type { ReadableDb } from '../db/database.ts'
import type { Change } from './change.ts'
import { type RecordVersion, recordHistory } from './change-log.ts'
import { compareStamps, type Stamp } from './hybrid-clock.ts'
import { changesBetween, type RecordState, sameState, stateAfter } from './record-state.ts'
import type { SyncedRow } from './synced-table.ts'
import type { TableShape } from './table-shape.ts'

/** What taking an act back means for one record. */
export type RecordInverse =
  | { readonly outcome: 'changes'; readonly changes: readonly Change[]; readonly customer: string | null }
  /** Changed since by somebody: stays as it is. `left` is null where the customer was already listed. */
  | { readonly outcome: 'left'; readonly left: LeftRecord | null; readonly customer: string | null }
  /** Taken back already, or handled with a newer row of the same act. */
  | { readonly outcome: 'nothing'; readonly customer: string | null }

export interface LoggedRow {
  readonly ts: Stamp
  readonly tbl: string
  readonly row_id: string
}

interface OwnPart {
  readonly first: number
  readonly last: number
  readonly hasForeignBetween: boolean
}

/** Works out the inverse of one act, record by record. A customer that the act brought is taken back whole or not at all. */
export class ActInverse {
  readonly #db: ReadableDb
  readonly #shapes: ReadonlyMap<string, TableShape>
  readonly #customerShapes: readonly TableShape[]
  readonly #actId: string
  readonly #leftCustomers = new Set<string>()
  readonly #freeCustomers = new Set<string>()

  constructor(db: ReadableDb, shapes: ReadonlyMap<string, TableShape>, actId: string) {
    this.#db = db
    this.#shapes = shapes
    this.#customerShapes = [...shapes.values()].filter(shape => shape.holdsCustomers)
    this.#actId = actId
  }

  /** Forgets which customers were unchanged: others may have written since. */
  startBatch(): void {
    this.#freeCustomers.clear()
  }

  ofRow(row: LoggedRow): RecordInverse {
    const shape = this.#shape(row.tbl)
    const history = recordHistory(this.#db, row.tbl, row.row_id)
    const own = this.#ownPart(history)
    const current = stateAfter(shape, history)
    const customers = current === null ? [] : shape.table.contactIdsOf(rowOf(row.row_id, current))
    const customer = customers[0] ?? null
    const newest = history[own.last]
    if (newest === undefined || compareStamps(newest.ts, row.ts) !== 0) return { outcome: 'nothing', customer }
    const before = stateAfter(shape, history.slice(0, own.first))
    const after = stateAfter(shape, history.slice(0, own.last + 1))
    if (before !== null && current !== null && sameState(before, current)) return { outcome: 'nothing', customer }
    const staying = customers.find(one => this.#mustStay(one))
    if (staying !== undefined) return this.#leaveCustomer(staying)
    if (before === null || after === null || current === null) return this.#leave(shape, row.row_id, customer)
    if (own.hasForeignBetween || !sameState(after, current)) return this.#leave(shape, row.row_id, customer)
    const changes = changesBetween(shape, row.row_id, current, before)
    return changes.length === 0 ? { outcome: 'nothing', customer } : { outcome: 'changes', changes, customer }
  }

  #shape(table: string): TableShape {
    const shape = this.#shapes.get(table)
    if (shape === undefined) throw new Error(`no synced table ${table}`)
    return shape
  }

  #ownPart(history: readonly RecordVersion[]): OwnPart {
    const first = history.findIndex(version => version.actId === this.#actId)
    const last = history.findLastIndex(version => version.actId === this.#actId)
    const hasForeignBetween = history.slice(first, last).some(version => version.actId !== this.#actId)
    return { first, last, hasForeignBetween }
  }

  /** True for a customer that this act brought and that others changed or added to since. */
  #mustStay(customer: string): boolean {
    if (this.#leftCustomers.has(customer)) return true
    if (this.#freeCustomers.has(customer)) return false
    const stays = this.#wasBrought(customer) && this.#hasForeignChange(customer)
    if (!stays) this.#freeCustomers.add(customer)
    return stays
  }

  #wasBrought(customer: string): boolean {
    for (const shape of this.#customerShapes) {
      const history = recordHistory(this.#db, shape.table.name, customer)
      const { first, last } = this.#ownPart(history)
      if (first === -1) continue
      const before = stateAfter(shape, history.slice(0, first))
      const after = stateAfter(shape, history.slice(0, last + 1))
      if (before?.isLiving !== true && after?.isLiving === true) return true
    }
    return false
  }

  #hasForeignChange(customer: string): boolean {
    const since = this.#db.get<{ at: Stamp | null }>(
      "SELECT min(at) AS at FROM _timeline WHERE customer = ? AND kind = 'change' AND ref = ?",
      customer,
      this.#actId,
    )?.at
    if (since === undefined || since === null) return false
    const touched = this.#db.all<{ tbl: string; row_id: string }>(
      `SELECT DISTINCT l.tbl, l.row_id FROM _timeline t JOIN change_log l ON l.ts = t.at
       WHERE t.customer = ? AND t.at > ? AND t.kind = 'change' AND t.ref <> ?`,
      customer,
      since,
      this.#actId,
    )
    return touched.some(record => this.#differsSince(record.tbl, record.row_id, since))
  }

  /** Whether a record is now other than the act left it (or found it, where the act did not touch it). */
  #differsSince(table: string, id: string, since: Stamp): boolean {
    const shape = this.#shape(table)
    const history = recordHistory(this.#db, table, id)
    const own = history.findLastIndex(version => version.actId === this.#actId)
    const reference = own === -1 ? history.findLastIndex(version => compareStamps(version.ts, since) <= 0) : own
    const then = stateAfter(shape, history.slice(0, reference + 1))
    const now = stateAfter(shape, history)
    return then === null || now === null || !sameState(then, now)
  }

  #leaveCustomer(customer: string): RecordInverse {
    const isNew = !this.#leftCustomers.has(customer)
    this.#leftCustomers.add(customer)
    const table = this.#customerShapes[0]?.table.name ?? ''
    const left = isNew ? { table, id: customer, contactId: customer, name: this.#nameOf(customer) } : null
    return { outcome: 'left', left, customer }
  }

  #leave(shape: TableShape, id: string, customer: string | null): RecordInverse {
    const name = customer === null ? '' : this.#nameOf(customer)
    return { outcome: 'left', left: { table: shape.table.name, id, contactId: customer, name }, customer }
  }

  #nameOf(customer: string): string {
    for (const shape of this.#customerShapes) {
      const name = this.#db.get<SyncedRow>(shape.selectSql, customer)?.['name']
      if (typeof name === 'string') return name
    }
    return ''
  }
}

function rowOf(id: string, state: RecordState): SyncedRow {
  return { id, ...state.values }
}
