import type { SortBy } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { type ListColumn, listColumns } from '../../../../shared/features/views/saved-view.ts'
import type { Id } from '../../../../shared/kernel/id.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { customKey } from './filter-targets.ts'
import { isBuiltIn } from './list-view-store.ts'

/** A column to choose; the name is always there and not among them. */
export interface ColumnChoice {
  readonly column: ListColumn
  readonly title: string
  readonly shown: boolean
}

/** All columns: those shown in their order, then the others; own fields that are put away or gone are left out. */
export function columnChoices(
  t: Translate,
  fields: readonly CustomField[],
  shown: readonly ListColumn[],
): readonly ColumnChoice[] {
  const own = fields.filter(field => !field.hidden).map(field => field.id)
  const all: readonly ListColumn[] = [...listColumns, ...own]
  const present = shown.filter(column => all.includes(column))
  const rest = all.filter(column => !present.includes(column))
  return [
    ...present.map(column => ({ column, title: columnTitle(t, fields, column), shown: true })),
    ...rest.map(column => ({ column, title: columnTitle(t, fields, column), shown: false })),
  ]
}

export function columnTitle(t: Translate, fields: readonly CustomField[], column: ListColumn): string {
  if (column === 'name' || isBuiltIn(column)) return t(`lists:column.${column}`)
  return fields.find(field => field.id === column)?.name ?? ''
}

/** Shows a column as the last one, or hides it. */
export function toggleColumn(shown: readonly ListColumn[], column: ListColumn): ListColumn[] {
  return shown.includes(column) ? shown.filter(one => one !== column) : [...shown, column]
}

/** The columns with one moved by a place; the same where it cannot go further. */
export function moveColumn(shown: readonly ListColumn[], column: ListColumn, by: -1 | 1): ListColumn[] {
  const at = shown.indexOf(column)
  const to = at + by
  if (at < 0 || to < 0 || to >= shown.length) return [...shown]
  return shown.toSpliced(at, 1).toSpliced(to, 0, column)
}

/** By what a column (`name` too) sorts; null for one that has no order. */
export function sortOf(column: ListColumn): SortBy | null {
  return column === 'tags' ? null : column
}

/** What a column is filtered by. */
export function filterTargetOf(column: ListColumn): string {
  switch (column) {
    case 'tags':
      return 'tag'
    case 'activity':
      return 'lastActivityAt'
    case 'created':
      return 'createdAt'
    case 'place':
      return 'address'
    default:
      return column === 'name' || isBuiltIn(column) ? column : customKey(column)
  }
}

/** CSS px that a built-in column has at least, and its share of what is left. */
export const columnWidths: Readonly<Record<(typeof listColumns)[number], { readonly width: number; readonly grow: number }>> = {
  // a number from abroad too: its last digits are what people look for
  phone: { width: 124, grow: 0 },
  tags: { width: 112, grow: 1.2 },
  activity: { width: 100, grow: 0 },
  company: { width: 120, grow: 1.2 },
  alias: { width: 88, grow: 0.6 },
  email: { width: 160, grow: 1 },
  place: { width: 96, grow: 0.6 },
  memberNo: { width: 88, grow: 0 },
  level: { width: 64, grow: 0 },
  source: { width: 80, grow: 0 },
  stage: { width: 80, grow: 0 },
  assignee: { width: 80, grow: 0.4 },
  birthday: { width: 112, grow: 0 },
  created: { width: 88, grow: 0 },
}

/** Which columns give way first where the list is narrow and nobody chose them; the last stay longest. */
const firstToGo: readonly ListColumn[] = ['company', 'tags', 'source', 'place', 'email']

/**
 * The list's width from which each column is shown, so that the usual columns never make a narrow list scroll. Name and
 * check box, `base` px together, always have their place.
 */
export function roomNeeded(
  columns: readonly ListColumn[],
  widthOf: (column: ListColumn) => number,
  base: number,
): ReadonlyMap<ListColumn, number> {
  const rank = (column: ListColumn) => firstToGo.indexOf(column)
  // those that never give way first, then the others from the one that stays longest
  const byNeed = columns.toSorted((a, b) => (rank(a) < 0 ? -1 : 0) - (rank(b) < 0 ? -1 : 0) || rank(b) - rank(a))
  let room = base
  return new Map(
    byNeed.map(column => {
      room += widthOf(column)
      return [column, room] as const
    }),
  )
}

export function isOwnField(column: ListColumn): column is Id {
  return !isBuiltIn(column)
}
