import { expect, test } from 'vitest'
import {
  ContactFilter,
  FilterGroup,
  type FilterItem,
  type FilterRule,
} from '../../../../shared/features/contacts/contact-filter.ts'

const rule: FilterRule = { on: 'text', field: 'name', test: { op: 'contains', value: 'a' } }

test('a filter is accepted up to four groups deep', () => {
  expect(FilterGroup.safeParse(nested(rule, 4)).success).toBe(true)
  expect(FilterGroup.safeParse(nested(rule, 5)).success).toBe(false)
  expect(ContactFilter.safeParse(null).success).toBe(true)
})

test('a filter is accepted up to 100 rules', () => {
  expect(FilterGroup.safeParse(group([group(copies(rule, 50)), group(copies(rule, 50))])).success).toBe(true)
  expect(FilterGroup.safeParse(group([rule, group(copies(rule, 50)), group(copies(rule, 50))])).success).toBe(false)
})

test('a filter of groups in groups without end is refused before its parts are looked at', () => {
  let looks = 0
  const watched: FilterRule = {
    ...rule,
    get test() {
      looks += 1
      return rule.test
    },
  }
  const wide = group(copies(group(copies(group(copies(watched, 50)), 50)), 50))
  const circle: { match: 'all'; items: FilterItem[] } = { match: 'all', items: [] }
  circle.items.push(circle, circle)

  expect([wide, circle].map(filter => FilterGroup.safeParse(filter).success)).toEqual([false, false])
  expect(looks).toBe(0)
})

function group(items: readonly FilterItem[]): FilterGroup {
  return { match: 'all', items }
}

function copies(item: FilterItem, count: number): FilterItem[] {
  return Array.from({ length: count }, () => item)
}

function nested(item: FilterItem, depth: number): FilterItem {
  return depth === 0 ? item : group([nested(item, depth - 1)])
}
