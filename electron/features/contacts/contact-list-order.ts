import { type ContactSort, defaultSort } from '../../../shared/features/contacts/contact-list-query.ts'
import type { QueryContext } from '../../kernel/ipc/handlers.ts'
import { type SortKey, sortKeys } from './contact-list-keys.ts'

export type ListContext = Pick<QueryContext, 'db' | 'cache' | 'now' | 'actor'>

/**
 * The numbers of all living customers in the order asked for: those without a value last in either direction, those
 * with the same by name and then by the age of the record (by name backwards: the newest first). Worked out once, until something is written.
 */
export function orderedDocs(context: ListContext, sort: ContactSort): Int32Array {
  const { by, dir } = withoutSearch(sort)
  return context.cache.remember(`order ${by} ${dir}`, () => {
    const sql = wholeSql[`${by} ${dir}`]
    if (sql !== undefined) return Int32Array.from(context.db.column<number>(sql))
    const column = textColumns[by]
    if (column !== undefined) return orderByText(context, column, dir)
    return orderByKey(orderedDocs(context, { by: 'name', dir: 'asc' }), sortKeys(context.db, by), dir)
  })
}

/** Without a search nobody ranks before another: the last dealt with come first. */
export function withoutSearch(sort: ContactSort): ContactSort {
  return sort.by === 'relevance' ? defaultSort : sort
}

/** Each walks an index that holds all it needs. */
const wholeSql: Readonly<Record<string, string>> = {
  'name asc': 'SELECT doc FROM _contact_line ORDER BY name_key, doc',
  'name desc': 'SELECT doc FROM _contact_line ORDER BY name_key DESC, doc DESC',
  'activity asc': 'SELECT doc FROM _contact_line ORDER BY last, name_key, doc',
  'activity desc': 'SELECT doc FROM _contact_line ORDER BY last DESC, name_key, doc',
  'created asc': 'SELECT doc FROM _contact_line ORDER BY created, name_key, doc',
  'created desc': 'SELECT doc FROM _contact_line ORDER BY created DESC, name_key, doc',
}

/** Columns of texts: an index for each holds those who have one. */
const textColumns: Readonly<Record<string, string>> = {
  company: 'company_key',
  alias: 'alias_key',
  place: 'place_key',
  phone: 'phone_key',
  email: 'email',
  memberNo: 'member_key',
}

function orderByText(context: ListContext, column: string, dir: 'asc' | 'desc'): Int32Array {
  const collated = column === 'email' ? 'email COLLATE NOCASE' : column
  const byName = orderedDocs(context, { by: 'name', dir: 'asc' })
  const having = context.db.column<number>(
    `SELECT doc FROM _contact_line WHERE ${column} <> '' ORDER BY ${collated} ${dir === 'asc' ? 'ASC' : 'DESC'}, name_key, doc`,
  )
  return joined([having, withoutThese(byName, having)])
}

/** Sorting the different keys only is quick where customers share a few, and no slower where each has its own. */
function orderByKey(byName: Int32Array, keys: readonly (SortKey | undefined)[], dir: 'asc' | 'desc'): Int32Array {
  const groups = new Map<SortKey, number[]>()
  const without: number[] = []
  for (const doc of byName) {
    const key = keys[doc]
    const group = key === undefined ? without : groups.get(key)
    if (group === undefined) groups.set(key ?? '', [doc])
    else group.push(doc)
  }
  const sign = dir === 'asc' ? 1 : -1
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -sign : a > b ? sign : 0))
  return joined([...sorted.map(([, group]) => group), without])
}

function withoutThese(order: Int32Array, docs: readonly number[]): Int32Array {
  const there = new Set(docs)
  return order.filter(doc => !there.has(doc))
}

function joined(parts: readonly ArrayLike<number>[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
