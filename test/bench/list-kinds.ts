import type { ContactFilter, FilterRule } from '../../shared/features/contacts/contact-filter.ts'
import type { ContactSort } from '../../shared/features/contacts/contact-list-query.ts'
import { pickOne } from './random.ts'
import { type Call, list, type ReadKind, type Samples } from './read-kinds.ts'
import { choiceId, ownFields } from './seed-shop.ts'
import { likes, seedTags } from './seed-words.ts'

const sorts: Readonly<Record<string, ContactSort>> = {
  activity: { by: 'activity', dir: 'desc' },
  name: { by: 'name', dir: 'asc' },
  'name, backwards': { by: 'name', dir: 'desc' },
  created: { by: 'created', dir: 'desc' },
  company: { by: 'company', dir: 'asc' },
  level: { by: 'level', dir: 'desc' },
  birthday: { by: 'birthday', dir: 'asc' },
  assignee: { by: 'assignee', dir: 'asc' },
  phone: { by: 'phone', dir: 'asc' },
  'own number': { by: ownFields.spent.id, dir: 'desc' },
  'own choice': { by: ownFields.size.id, dir: 'asc' },
}

const tag = (random: () => number): FilterRule => ({ on: 'tags', test: { op: 'any', values: [pickOne(seedTags, random)] } })
const level = (random: () => number): FilterRule => ({
  on: 'choice',
  field: 'level',
  test: { op: 'any', values: [pickOne(['gold', 'vip', 'silver'], random)] },
})
const birthday: FilterRule = { on: 'birthday', test: { op: 'this-month' } }
const all = (...items: readonly FilterRule[]): ContactFilter => ({ match: 'all', items })

const filters: Readonly<Record<string, (samples: Samples, random: () => number) => ContactFilter>> = {
  'a tag': (_, random) => all(tag(random)),
  'without a tag': (_, random) => ({ match: 'none', items: [tag(random)] }),
  'a level': (_, random) => all(level(random)),
  'a name that contains': ({ chinese }, random) =>
    all({ on: 'text', field: 'name', test: { op: 'contains', value: pickOne(chinese, random).name.slice(0, 1) } }),
  'a note that contains': () => all({ on: 'text', field: 'note', test: { op: 'contains', value: '龙井' } }),
  'no phone': () => all({ on: 'text', field: 'phone', test: { op: 'empty' } }),
  'added this year': () => all({ on: 'date', field: 'createdAt', test: { op: 'this-year' } }),
  'a birthday this month': () => all(birthday),
  'an own text': (_, random) =>
    all({ on: 'custom-text', fieldId: ownFields.tea.id, test: { op: 'is', value: pickOne(likes, random) } }),
  'an own number': (_, random) =>
    all({ on: 'custom-number', fieldId: ownFields.spent.id, test: { op: 'more', value: Math.floor(random() * 30_000) } }),
  'an own date': () =>
    all({ on: 'custom-date', fieldId: ownFields.lastVisit.id, test: { op: 'between', from: '2026-03-01', to: '2026-03-31' } }),
  'own choices': (_, random) => {
    const values = [choiceId(Math.floor(random() * 4))]
    return all({ on: 'custom-several', fieldId: ownFields.interests.id, test: { op: 'any', values } })
  },
  'four rules in groups': (_, random) => ({
    match: 'all',
    items: [
      tag(random),
      { match: 'any', items: [level(random), birthday] },
      { match: 'none', items: [{ on: 'choice', field: 'stage', test: { op: 'any', values: ['prospect'] } }] },
    ],
  }),
}

const sortOf = (random: () => number): ContactSort => pickOne(Object.values(sorts), random)
const lastPage = ({ all: everybody }: Samples): number => Math.max(0, everybody.length - 50)
const shownFields = [ownFields.spent.id, ownFields.size.id]

/** The list by each sort and filter, and at each depth: what a person meets who sorts, filters, pages and drags the bar. */
export const listKinds: readonly ReadKind[] = [
  ...Object.entries(sorts).map(([name, sort]) => ({ name: `list first page by ${name}`, calls: () => [list({ sort })] })),
  ...Object.entries(sorts).map(([name, sort]) => ({
    name: `list any depth by ${name}`,
    calls: (samples: Samples, random: () => number) => [list({ sort, offset: Math.floor(random() * lastPage(samples)) })],
  })),
  { name: 'list any depth and sort', calls: (samples, random) => [atDepth(samples, random, 0, 1)] },
  { name: 'list deepest tenth, any sort', calls: (samples, random) => [atDepth(samples, random, 0.9, 1)] },
  { name: 'list middle tenth, any sort', calls: (samples, random) => [atDepth(samples, random, 0.45, 0.55)] },
  {
    name: 'list two pages on from any depth',
    calls: (samples, random) => {
      const [sort, offset] = [sortOf(random), Math.floor(random() * Math.max(0, lastPage(samples) - 100))]
      return [0, 50, 100].map(further => list({ sort, offset: offset + further }))
    },
  },
  { name: 'list first page, any sort, after a save', calls: (_, random) => [list({ sort: sortOf(random) })], afterSave: true },
  {
    name: 'list any depth and sort, after a save',
    calls: (samples, random) => [atDepth(samples, random, 0, 1)],
    afterSave: true,
  },
  {
    name: 'list filtered by four rules in groups, after a save',
    calls: (samples, random) => [list({ filter: filters['four rules in groups']?.(samples, random) ?? null })],
    afterSave: true,
  },
  {
    name: 'list first page with own columns',
    calls: (_, random) => [list({ sort: sortOf(random), customFields: shownFields })],
  },
  ...Object.entries(filters).map(([name, filter]) => ({
    name: `list filtered by ${name}`,
    calls: (samples: Samples, random: () => number) => [list({ filter: filter(samples, random) })],
  })),
  {
    name: 'list filtered and sorted by name, second page',
    calls: (_, random) => {
      const filter = all(level(random))
      return [0, 50].map(offset => list({ filter, sort: { by: 'name', dir: 'asc' }, offset }))
    },
  },
  {
    name: 'list filtered and looked for, by name',
    calls: ({ chinese }, random) => [
      list({ search: pickOne(chinese, random).name.slice(0, 1), filter: all(level(random)), sort: { by: 'name', dir: 'asc' } }),
    ],
  },
  {
    name: 'list count of four rules in groups',
    calls: (samples, random): readonly Call[] => {
      const filter = filters['four rules in groups']?.(samples, random) ?? null
      return [{ channel: 'contacts.count', input: { search: '', filter } }]
    },
  },
  {
    name: 'list where a customer stands',
    calls: ({ all: everybody }, random): readonly Call[] => {
      const input = { search: '', filter: null, sort: sortOf(random), id: pickOne(everybody, random).id }
      return [{ channel: 'contacts.indexOf', input }]
    },
  },
]

function atDepth(samples: Samples, random: () => number, from: number, to: number): Call {
  return list({ sort: sortOf(random), offset: Math.floor((from + random() * (to - from)) * lastPage(samples)) })
}
