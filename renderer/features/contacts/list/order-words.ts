import { type ContactSort, type SortBy, sortColumns } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomField, CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'
import type { Translate } from '../../../kernel/i18n.ts'

type OrderKind = 'text' | 'digits' | 'date' | 'list' | 'number' | 'birthday'

const kinds: Readonly<Partial<Record<SortBy, OrderKind>>> = {
  phone: 'digits',
  activity: 'date',
  created: 'date',
  level: 'list',
  source: 'list',
  stage: 'list',
  birthday: 'birthday',
}
const customKinds: Readonly<Record<CustomFieldType, OrderKind>> = {
  text: 'text',
  phone: 'digits',
  number: 'number',
  date: 'date',
  choice: 'list',
  several: 'list',
  'yes-no': 'list',
}

/** All that a list can be ordered by except how well it fits a search. */
export function sortableBy(fields: readonly CustomField[]): readonly SortBy[] {
  const own = fields.filter(field => !field.hidden).map(field => field.id)
  return [...sortColumns.filter(by => by !== 'relevance'), ...own]
}

/** What a list is ordered by, by name; '' for an own field that is gone. */
export function sortTitle(t: Translate, fields: readonly CustomField[], by: SortBy): string {
  const known = sortColumns.find(one => one === by)
  if (known === undefined) return fields.find(field => field.id === by)?.name ?? ''
  return known === 'relevance' ? t('lists:order.relevance') : t(`lists:column.${known}`)
}

/** Which way round, e.g. "newest first". */
export function directionWords(t: Translate, fields: readonly CustomField[], { by, dir }: ContactSort): string {
  return t(`lists:order.${orderKind(fields, by)}.${dir}`)
}

/** The same as a choice of its own, e.g. "Newest first". */
export function directionChoice(t: Translate, fields: readonly CustomField[], sort: ContactSort): string {
  const words = directionWords(t, fields, sort)
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** The whole order, e.g. "sorted by last activity, newest first". */
export function orderWords(t: Translate, fields: readonly CustomField[], sort: ContactSort): string {
  if (sort.by === 'relevance') return t('lists:order.byRelevance')
  return t('lists:order.by', orderParts(t, fields, sort))
}

/** The same, standing alone. */
export function footOrderWords(t: Translate, fields: readonly CustomField[], sort: ContactSort): string {
  if (sort.by === 'relevance') return t('lists:order.footRelevance')
  return t('lists:order.foot', orderParts(t, fields, sort))
}

/** Within a sentence a column's name is an ordinary word; an own field keeps the shop's spelling. */
function orderParts(t: Translate, fields: readonly CustomField[], sort: ContactSort) {
  const title = sortTitle(t, fields, sort.by)
  const isOwn = fields.some(field => field.id === sort.by)
  const column = isOwn ? title : title.charAt(0).toLocaleLowerCase() + title.slice(1)
  return { column, direction: directionWords(t, fields, sort) }
}

/** The direction that a first click on a column gives: the newest of dates first, else from the beginning. */
export function firstDirection(fields: readonly CustomField[], by: SortBy): ContactSort['dir'] {
  return orderKind(fields, by) === 'date' ? 'desc' : 'asc'
}

function orderKind(fields: readonly CustomField[], by: SortBy): OrderKind {
  const field = fields.find(one => one.id === by)
  return field === undefined ? (kinds[by] ?? 'text') : customKinds[field.type]
}
