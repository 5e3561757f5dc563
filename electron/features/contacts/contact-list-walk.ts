import type { ContactSort } from '../../../shared/features/contacts/contact-list-query.ts'
import type { ReadableDb, SqlValue } from '../../kernel/db/database.ts'
import { type ListContext, withoutSearch } from './contact-list-order.ts'

/** Where a page begins: what the row there is sorted by. */
interface Place {
  readonly doc: number
  readonly name_key: string
  /** Last dealt with, or created, in ms; 0 where the order is by name. */
  readonly at: number
}

/** Everybody in one of the orders that an index holds: pages are read from it, so that none costs more than another. */
export interface Walk {
  readonly total: number
  readonly page: (offset: number, limit: number) => readonly number[]
  readonly indexOf: (doc: number) => number | null
}

const step = 500

/** Null for an order that no index holds. */
export function walkOf(context: ListContext, sort: ContactSort): Walk | null {
  const { by, dir } = withoutSearch(sort)
  if (by === 'name' && dir === 'desc') return mirrored(walkIn(context, by, byName))
  const order = orders[`${by} ${dir}`]
  return order === undefined ? null : walkIn(context, by, order)
}

function walkIn({ db, cache }: ListContext, by: string, order: Order): Walk {
  // every 500th row passed on the way to a page; a later jump begins at the last one before it (decisions 13)
  const anchors = cache.remember(`anchors ${by}`, (): (Place | undefined)[] => [])
  return {
    total: countContacts(db),
    page: (offset, limit) => {
      const skip = offset % step
      const anchor = anchorAt(db, order, anchors, (offset - skip) / step)
      return anchor === undefined ? [] : readFrom(db, order, anchor, skip, limit).map(place => place.doc)
    },
    indexOf: doc => {
      const place = db.get<Place>(order.placeSql, doc)
      return place === undefined ? null : order.countBefore(db, place)
    },
  }
}

/** The same from its end. */
function mirrored(walk: Walk): Walk {
  const { total } = walk
  return {
    total,
    page: (offset, limit) => {
      const from = Math.max(0, total - offset - limit)
      return walk.page(from, Math.max(0, total - offset - from)).toReversed()
    },
    indexOf: doc => {
      const index = walk.indexOf(doc)
      return index === null ? null : total - 1 - index
    },
  }
}

function countContacts(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT n FROM _contact_count')?.n ?? 0
}

function anchorAt(db: ReadableDb, order: Order, anchors: (Place | undefined)[], wanted: number): Place | undefined {
  let known = Math.min(wanted, anchors.length - 1)
  if (known < 0) {
    anchors[0] = db.get<Place>(order.firstSql)
    known = 0
  }
  for (let n = known; n < wanted; n += 1) {
    const anchor = anchors[n]
    // past the end
    if (anchor === undefined) return undefined
    anchors[n + 1] = readFrom(db, order, anchor, step, 1)[0]
  }
  return anchors[wanted]
}

function readFrom(db: ReadableDb, order: Order, place: Place, skip: number, limit: number): readonly Place[] {
  return db.all<Place>(order.fromSql, ...order.params(place), limit, skip)
}

interface Order {
  readonly firstSql: string
  /** From a place on, the row there first; the last two parameters are limit and offset. */
  readonly fromSql: string
  readonly params: (place: Place) => readonly SqlValue[]
  readonly placeSql: string
  readonly countBefore: (db: ReadableDb, place: Place) => number
}

const lines = 'FROM _contact_line'

function byTime(column: 'last' | 'created'): Order {
  const columns = `doc, name_key, ${column} AS at`
  const inOrder = `${column} DESC, name_key, doc`
  const count = (db: ReadableDb, where: string, ...params: SqlValue[]): number =>
    db.get<{ n: number }>(`SELECT count(*) AS n ${lines} WHERE ${where}`, ...params)?.n ?? 0
  return {
    firstSql: `SELECT ${columns} ${lines} ORDER BY ${inOrder} LIMIT 1`,
    // two seeks: rows of the same time from that name on, then older ones; one seek with an OR would read all of the same time
    fromSql: `SELECT ${columns} ${lines} WHERE ${column} = ? AND (name_key, doc) >= (?, ?)
      UNION ALL SELECT ${columns} ${lines} WHERE ${column} < ? ORDER BY at DESC, name_key, doc LIMIT +? OFFSET ?`,
    params: place => [place.at, place.name_key, place.doc, place.at],
    placeSql: `SELECT ${columns} ${lines} WHERE doc = ?`,
    countBefore: (db, { at, name_key, doc }) =>
      count(db, `${column} > ?`, at) + count(db, `${column} = ? AND (name_key, doc) < (?, ?)`, at, name_key, doc),
  }
}

const byName: Order = {
  firstSql: `SELECT doc, name_key, 0 AS at ${lines} ORDER BY name_key, doc LIMIT 1`,
  fromSql: `SELECT doc, name_key, 0 AS at ${lines} WHERE (name_key, doc) >= (?, ?) ORDER BY name_key, doc LIMIT +? OFFSET ?`,
  params: place => [place.name_key, place.doc],
  placeSql: `SELECT doc, name_key, 0 AS at ${lines} WHERE doc = ?`,
  countBefore: (db, { name_key, doc }) =>
    db.get<{ n: number }>(`SELECT count(*) AS n ${lines} WHERE (name_key, doc) < (?, ?)`, name_key, doc)?.n ?? 0,
}

/** In the direction in which each index is kept. */
const orders: Readonly<Record<string, Order>> = {
  'activity desc': byTime('last'),
  'created desc': byTime('created'),
  'name asc': byName,
}
