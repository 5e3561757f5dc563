import { expect, test } from 'vitest'
import {
  appendTo,
  depthOf,
  isTreeGroup,
  levelOf,
  moveItem,
  newGroup,
  newTreeRule,
  removeItem,
  replaceItem,
  setMatch,
  type TreeGroup,
  type TreeItem,
  toFilter,
  toTree,
  unfinishedCount,
} from '../../../../../renderer/features/contacts/list/filter-tree.ts'
import { newRule } from '../../../../../renderer/features/contacts/list/rule-draft.ts'
import type { FilterGroup, FilterRule } from '../../../../../shared/features/contacts/contact-filter.ts'

const named = (value: string): FilterRule => ({ on: 'text', field: 'name', test: { op: 'contains', value } })
const kindOf = (target: string) => (target === 'name' ? 'text' : null)

/** A group as its conditions' texts; inner groups as lists. */
function shape(tree: TreeGroup): unknown[] {
  return tree.items.map(item => (isTreeGroup(item) ? shape(item) : item.rule.from))
}

function find(tree: TreeGroup, text: string): number {
  const inside = (items: readonly TreeItem[]): number =>
    items.reduce((found, item) => {
      if (found > 0) return found
      if (isTreeGroup(item)) return inside(item.items)
      return item.rule.from === text ? item.key : 0
    }, 0)
  return inside(tree.items)
}

const nested: FilterGroup = {
  match: 'all',
  items: [named('a'), { match: 'any', items: [named('b'), named('c')] }, named('d')],
}

test('a filter comes back as it was when nothing was changed', () => {
  expect(toFilter(toTree(nested), kindOf)).toEqual(nested)
  expect(toFilter(toTree(null), kindOf)).toBeNull()
})

test('unfinished conditions, unknown fields and empty groups are left out, and counted', () => {
  const unfinished = newTreeRule(newRule({ key: 'name', kind: 'text' }))
  const gone = newTreeRule({ ...newRule({ key: 'gone', kind: 'text' }), from: 'x' })
  const tree = newGroup([...toTree(nested).items, newGroup([unfinished, gone])])

  expect(toFilter(tree, kindOf)).toEqual(nested)
  expect(unfinishedCount(tree, kindOf)).toBe(2)
})

test('a condition moves down through every place of the filter, in and out of its groups', () => {
  let tree: TreeGroup | null = toTree(nested)
  const key = find(tree, 'a')
  const seen: unknown[] = []
  while (tree !== null) {
    seen.push(shape(tree))
    tree = moveItem(tree, key, 1)
  }

  expect(seen).toEqual([
    ['a', ['b', 'c'], 'd'],
    [['a', 'b', 'c'], 'd'],
    [['b', 'a', 'c'], 'd'],
    [['b', 'c', 'a'], 'd'],
    [['b', 'c'], 'a', 'd'],
    [['b', 'c'], 'd', 'a'],
  ])
})

test('moving up takes the same way back', () => {
  const tree = toTree(nested)
  const down = moveItem(tree, find(tree, 'a'), 1)
  const back = down === null ? null : moveItem(down, find(tree, 'a'), -1)

  expect(back === null ? null : shape(back)).toEqual(shape(tree))
  expect(moveItem(tree, find(tree, 'a'), -1)).toBeNull()
})

test('a group passes another group instead of entering it', () => {
  const one = newGroup(toTree({ match: 'all', items: [named('a')] }).items)
  const other = newGroup(toTree({ match: 'all', items: [named('b')] }).items)
  const moved = moveItem(newGroup([one, other]), one.key, 1)

  expect(moved === null ? null : shape(moved)).toEqual([['b'], ['a']])
})

test('an item is added to, changed in and removed from the group it is in', () => {
  const tree = toTree(nested)
  const inner = tree.items[1]
  if (inner === undefined) throw new Error('the filter has a group')
  const added = newTreeRule({ ...newRule({ key: 'name', kind: 'text' }), from: 'e' })
  const grown = appendTo(tree, inner.key, added)
  expect(shape(grown)).toEqual(['a', ['b', 'c', 'e'], 'd'])

  const changed = replaceItem(grown, added.key, () => ({ ...added, rule: { ...added.rule, from: 'f' } }))
  expect(shape(changed)).toEqual(['a', ['b', 'c', 'f'], 'd'])

  expect(shape(removeItem(changed, inner.key))).toEqual(['a', 'd'])
  expect(toFilter(setMatch(tree, inner.key, 'none'), kindOf)?.items[1]).toMatchObject({ match: 'none' })
  expect(setMatch(tree, tree.key, 'any').match).toBe('any')
})

test('how deep groups lie is known', () => {
  const deepest = newGroup([])
  const tree = newGroup([newGroup([newGroup([deepest])])])

  expect(depthOf(tree)).toBe(4)
  expect(levelOf(tree, tree.key)).toBe(1)
  expect(levelOf(tree, deepest.key)).toBe(4)
  expect(levelOf(tree, -1)).toBe(0)
})
