import type { Contact, ContactId } from '../../shared/features/contacts/contact.ts'
import type { ContactQuery } from '../../shared/features/contacts/contact-list-query.ts'
import { matchOf, rankOf } from './fake-contact-search.ts'
import { compareContacts, passes } from './fake-filter.ts'
import { rowOf, sampleId } from './fake-shop.ts'
import type { FakeHandlers, FakeWorld } from './fake-world.ts'

type Answered = FakeHandlers<
  | 'contacts.list'
  | 'contacts.indexOf'
  | 'contacts.count'
  | 'contacts.find'
  | 'contacts.recent'
  | 'contacts.noteOpened'
  | 'contacts.tags'
  | 'contacts.listTrash'
>

/** The living customers that a search and a filter find. */
export function foundBy(world: FakeWorld, { search, filter }: Pick<ContactQuery, 'search' | 'filter'>): Contact[] {
  const wanted = search.trim()
  const now = world.now()
  return world.living().filter(one => (wanted === '' || matchOf(one, wanted, 'all') !== null) && passes(one, filter, now))
}

/** Lists, counts and quick find. */
export function fakeContactLists(world: FakeWorld): Answered {
  let opened: readonly ContactId[] = []
  const sorted = (query: ContactQuery) => foundBy(world, query).toSorted((a, b) => compareContacts(a, b, query.sort))
  const byActivity = () => world.living().toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
  return {
    'contacts.list': ({ offset, limit, customFields, ...query }) => {
      const all = sorted(query)
      return { total: all.length, offset, rows: all.slice(offset, offset + limit).map(one => rowOf(one, customFields)) }
    },
    'contacts.indexOf': ({ id, ...query }) => {
      const index = sorted(query).findIndex(one => one.id === id)
      return { index: index < 0 ? null : index }
    },
    'contacts.count': query => ({ total: foundBy(world, query).length }),
    'contacts.find': ({ text, limit, scope }) => {
      const all = byActivity()
        .map(contact => ({ contact, matched: matchOf(contact, text, scope) }))
        .filter(one => one.matched !== null)
        .map(({ contact, matched }) => ({ contact, matched: matched ?? 'name', rank: rankOf(contact, matched ?? 'name', text) }))
        .toSorted((a, b) => a.rank - b.rank)
      return { total: all.length, hits: all.slice(0, limit).map(({ contact, matched }) => ({ row: rowOf(contact), matched })) }
    },
    'contacts.recent': ({ limit }) => {
      const first = opened.map(world.found).filter(one => one.trashedAt === null)
      const rest = byActivity().filter(one => !opened.includes(one.id))
      return [...first, ...rest].slice(0, limit).map(one => rowOf(one))
    },
    'contacts.noteOpened': ({ id }) => {
      opened = [world.found(id).id, ...opened.filter(one => one !== id)]
      return { id }
    },
    'contacts.tags': () => {
      const counts = new Map<string, number>()
      for (const one of world.living()) for (const tag of one.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      return [...counts].map(([name, count], index) => ({ id: sampleId(9_000_000 + index), name, count }))
    },
    'contacts.listTrash': ({ offset, limit }) => {
      const all = [...world.contacts.values()].filter(one => one.trashedAt !== null)
      return { total: all.length, offset, rows: all.slice(offset, offset + limit).map(one => rowOf(one)) }
    },
  }
}
