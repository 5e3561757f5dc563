import {
  type ContactFilter,
  type FilterGroup,
  type FilterItem,
  isGroup,
} from '../../../shared/features/contacts/contact-filter.ts'
import { type Calendar, systemCalendar } from './calendar-days.ts'
import { complementOf, type DocSet, docSet, intersectionOf, unionOf } from './contact-doc-set.ts'
import { contactsByRule } from './contact-filter-rules.ts'
import { type FieldTexts, fieldTexts } from './contact-filter-text.ts'
import { type ListContext, orderedDocs } from './contact-list-order.ts'

/** Whether a filter finds everybody. */
export function isNoFilter(filter: ContactFilter): boolean {
  return filter === null || filter.items.length === 0
}

/** Tells filters apart, and the days apart on which the same filter finds others. */
export function filterKey(filter: ContactFilter, calendar: Calendar): string {
  return isNoFilter(filter) ? '' : JSON.stringify([filter, calendar])
}

export function calendarOf({ now }: Pick<ListContext, 'now'>): Calendar {
  return systemCalendar(now())
}

/** The living customers that a filter finds on that day, there. */
export function contactsWith(context: ListContext, filter: ContactFilter, calendar: Calendar): DocSet {
  const everybody = everybodyOf(context)
  return filter === null ? everybody : groupSet({ context, calendar, everybody, texts: fieldTexts(context.db) }, filter)
}

interface Within {
  readonly context: ListContext
  readonly calendar: Calendar
  readonly everybody: DocSet
  readonly texts: FieldTexts
}

function everybodyOf(context: ListContext): DocSet {
  return context.cache.remember('everybody', () => {
    const docs = orderedDocs(context, { by: 'name', dir: 'asc' })
    return docSet(docs, docs.reduce((max, doc) => Math.max(max, doc), 0) + 1)
  })
}

function groupSet(within: Within, { match, items }: FilterGroup): DocSet {
  const { everybody } = within
  if (items.length === 0) return everybody
  const sets = items.map(item => itemSet(within, item))
  switch (match) {
    case 'all':
      return intersectionOf(sets, everybody)
    case 'any':
      return unionOf(sets, everybody.length)
    case 'none':
      return complementOf(unionOf(sets, everybody.length), everybody)
  }
}

/** Each rule's customers are kept, so that of a filter that grows by one rule only that one is looked up. */
function itemSet(within: Within, item: FilterItem): DocSet {
  if (isGroup(item)) return groupSet(within, item)
  const { context, calendar, everybody, texts } = within
  const { db, cache } = context
  return cache.remember(`rule ${JSON.stringify([item, calendar])}`, () =>
    contactsByRule({ db, calendar, everybody, texts }, item),
  )
}
