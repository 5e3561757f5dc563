import type { ContactFilter } from '../../../shared/features/contacts/contact-filter.ts'
import type { ContactQuery } from '../../../shared/features/contacts/contact-list-query.ts'
import { parseQuery, type SearchQuery } from '../../kernel/search/query.ts'
import { type DocSet, docSet, pickFrom } from './contact-doc-set.ts'
import { calendarOf, contactsWith, filterKey, isNoFilter } from './contact-filter-sets.ts'
import { type ListContext, orderedDocs } from './contact-list-order.ts'
import { walkOf } from './contact-list-walk.ts'
import { searchContacts } from './contact-search.ts'

/** Living customers that a query finds, in its order, as numbers of the index. */
export interface Found {
  readonly total: number
  readonly page: (offset: number, limit: number) => readonly number[]
  readonly indexOf: (doc: number) => number | null
}

const everyHit = { offset: 0, limit: 1_000_000_000 }
/** So many of the best hits are cheaper to look up again than all hits are to order. */
const firstHits = 400

/** With a search, `relevance` is by its ranks; of a blank search and an empty filter everybody is found. */
export function findInList(context: ListContext, query: ContactQuery): Found {
  const search = parseQuery(query.search)
  if (search === null && isNoFilter(query.filter)) {
    return walkOf(context, query.sort) ?? foundOf(orderedDocs(context, query.sort))
  }
  const all = (): Found => foundOf(foundDocs(context, query, search))
  const isRanked = search !== null && query.sort.by === 'relevance' && isNoFilter(query.filter)
  return isRanked ? firstOfRanked(context, search, all) : all()
}

/** All that a search and a filter find, those by name first that the list shows first by name. */
export function findAll(context: ListContext, search: string, filter: ContactFilter): Found {
  return findInList(context, { search, filter, sort: { by: 'name', dir: 'asc' } })
}

function foundOf(docs: Int32Array): Found {
  return {
    total: docs.length,
    page: (offset, limit) => Array.from(docs.subarray(offset, offset + limit)),
    indexOf: doc => {
      const index = docs.indexOf(doc)
      return index === -1 ? null : index
    },
  }
}

/** A search as it is typed asks for the first page only, once. */
function firstOfRanked({ db }: ListContext, search: SearchQuery, all: () => Found): Found {
  let total: number | null = null
  const hits = (offset: number, limit: number): readonly number[] => {
    const answer = searchContacts(db, search, { offset, limit })
    total = answer.total
    return answer.docs
  }
  return {
    get total() {
      if (total === null) hits(0, 1)
      return total ?? 0
    },
    page: (offset, limit) => (offset + limit <= firstHits ? hits(offset, limit) : all().page(offset, limit)),
    indexOf: doc => all().indexOf(doc),
  }
}

/** Kept until something is written: every page, the total and "select all" then cost nothing more. */
function foundDocs(context: ListContext, { search: text, filter, sort }: ContactQuery, search: SearchQuery | null): Int32Array {
  const calendar = calendarOf(context)
  return context.cache.remember(`found ${JSON.stringify([text, filterKey(filter, calendar), sort])}`, () => {
    const hits = search === null ? null : searchHits(context, text, search)
    const isRanked = hits !== null && sort.by === 'relevance'
    const order = isRanked ? hits : orderedDocs(context, sort)
    const sets: DocSet[] = []
    if (hits !== null && !isRanked) sets.push(docSet(hits, maxDoc(hits) + 1))
    if (!isNoFilter(filter)) sets.push(contactsWith(context, filter, calendar))
    return sets.reduce((docs, set) => pickFrom(docs, set), order)
  })
}

function searchHits({ db, cache }: ListContext, text: string, search: SearchQuery): Int32Array {
  return cache.remember(`hits ${text}`, () => Int32Array.from(searchContacts(db, search, everyHit).docs))
}

function maxDoc(docs: Int32Array): number {
  return docs.reduce((max, doc) => Math.max(max, doc), 0)
}
