import { type ContactSort, defaultSort } from '../../../shared/features/contacts/contact-list-query.ts'
import type { QueryContext } from '../../kernel/ipc/handlers.ts'
import { type SortKey, sortKeys } from './contact-list-keys.ts'

export type ListContext = Pick<QueryContext, 'db' | 'cache' | 'now' | 'actor'>

/**
 * The numbers of all living customers in the order asked for: those without a value last in either direction, those
 * with the same by name and then by the age of the record. Worked out once, until something is written.
 */
export function orderedDocs(context: ListContext, sort: ContactSort): Int32Array {
  const { by, dir } = withoutSearch(sort)
  return context.cache.remember(`order ${by} ${dir}`, () => {
    const sql = wholeSql[`${by} ${dir}`]
    if (sql !== undefined) return Int32Array.from(context.db.column<number>(sql))
    return orderByKey(orderedDocs(context, { by: 'name', dir: 'asc' }), sortKeys(context.db, by), dir)
  })
}

/** Without a search nobody ranks before another: the last dealt with come first. */
export function withoutSearch(sort: ContactSort): ContactSort {
  return sort.by === 'relevance' ? defaultSort : sort
}

const all = 'SELECT doc FROM _contact_line ORDER BY'
/** Each walks an index that holds all it needs. */
const wholeSql: Readonly<Record<string, string>> = {
  'name asc': `${all} name_key, doc`,
  'name desc': `${all} name_key DESC, doc`,
  'activity asc': `${all} last, name_key, doc`,
  'activity desc': `${all} last DESC, name_key, doc`,
  'created asc': `${all} created, name_key, doc`,
  'created desc': `${all} created DESC, name_key, doc`,
}

/** Sorting the different keys only is quick where customers share a few, and no slower where each has its own. */
function orderByKey(byName: Int32Array, keys: ReadonlyMap<number, SortKey>, dir: 'asc' | 'desc'): Int32Array {
  const groups = new Map<SortKey, number[]>()
  const without: number[] = []
  for (const doc of byName) {
    const key = keys.get(doc)
    if (key === undefined) {
      without.push(doc)
      continue
    }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [doc])
    else group.push(doc)
  }
  const sign = dir === 'asc' ? 1 : -1
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -sign : a > b ? sign : 0))
  const order = new Int32Array(byName.length)
  let at = 0
  for (const docs of [...sorted.map(([, group]) => group), without]) {
    order.set(docs, at)
    at += docs.length
  }
  return order
}
