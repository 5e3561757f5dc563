import { type FilterGroup, type FilterItem, filterDepth, isGroup } from '../../../../shared/features/contacts/contact-filter.ts'
import type { FilterKind } from './filter-targets.ts'
import { fromRule, type RuleDraft, toRule } from './rule-draft.ts'

/** A filter while it is being written: every part has a key of its own that stays while it moves. */
export interface TreeRule {
  readonly key: number
  readonly rule: RuleDraft
}
export interface TreeGroup {
  readonly key: number
  readonly match: FilterGroup['match']
  readonly items: readonly TreeItem[]
}
export type TreeItem = TreeGroup | TreeRule

export function isTreeGroup(item: TreeItem): item is TreeGroup {
  return 'match' in item
}

let lastKey = 0
function newKey(): number {
  lastKey += 1
  return lastKey
}

/** A stored filter, to be changed; for none an empty group in which all conditions must hold. */
export function toTree(filter: FilterGroup | null): TreeGroup {
  return filter === null ? newGroup([]) : groupTree(filter)
}

export function newGroup(items: readonly TreeItem[]): TreeGroup {
  return { key: newKey(), match: 'all', items }
}

export function newTreeRule(rule: RuleDraft): TreeRule {
  return { key: newKey(), rule }
}

/** The filter as it is asked for, without unfinished conditions and empty groups; null when nothing is left. */
export function toFilter(tree: TreeGroup, kindOf: (target: string) => FilterKind | null): FilterGroup | null {
  const items = tree.items.flatMap<FilterItem>(item => {
    const made = isTreeGroup(item) ? toFilter(item, kindOf) : ruleOf(item, kindOf)
    return made === null ? [] : [made]
  })
  return items.length === 0 ? null : { match: tree.match, items }
}

/** Conditions that still lack something. */
export function unfinishedCount(tree: TreeGroup, kindOf: (target: string) => FilterKind | null): number {
  return tree.items.reduce((sum, item) => {
    if (isTreeGroup(item)) return sum + unfinishedCount(item, kindOf)
    return sum + (ruleOf(item, kindOf) === null ? 1 : 0)
  }, 0)
}

/** Puts another item in the place of the one with the key; the item is removed by null. */
export function replaceItem(tree: TreeGroup, key: number, change: (item: TreeItem) => TreeItem | null): TreeGroup {
  const items = tree.items.flatMap(item => {
    if (item.key === key) return change(item) ?? []
    return isTreeGroup(item) ? replaceItem(item, key, change) : item
  })
  return { ...tree, items }
}

export function setMatch(tree: TreeGroup, key: number, match: TreeGroup['match']): TreeGroup {
  if (tree.key === key) return { ...tree, match }
  return replaceItem(tree, key, item => (isTreeGroup(item) ? { ...item, match } : item))
}

/** Puts an item at the end of a group. */
export function appendTo(tree: TreeGroup, groupKey: number, added: TreeItem): TreeGroup {
  if (tree.key === groupKey) return { ...tree, items: [...tree.items, added] }
  return replaceItem(tree, groupKey, item => (isTreeGroup(item) ? { ...item, items: [...item.items, added] } : item))
}

export function removeItem(tree: TreeGroup, key: number): TreeGroup {
  return replaceItem(tree, key, () => null)
}

/**
 * The tree with an item one place further up or down, in and out of groups on its way; null where it cannot go: at the
 * ends, and where groups would lie too deep.
 */
export function moveItem(tree: TreeGroup, key: number, by: -1 | 1): TreeGroup | null {
  const moved = moveIn(tree, key, by)
  return moved !== null && depthOf(moved) <= filterDepth ? moved : null
}

/** How deep groups lie: 1 for conditions only. */
export function depthOf(tree: TreeGroup): number {
  return 1 + Math.max(0, ...tree.items.filter(isTreeGroup).map(depthOf))
}

/** How deep the group with the key lies: 1 for the outermost; 0 when it is not there. */
export function levelOf(tree: TreeGroup, key: number): number {
  if (tree.key === key) return 1
  const inner = tree.items.filter(isTreeGroup).map(group => levelOf(group, key))
  const found = inner.find(level => level > 0)
  return found === undefined ? 0 : found + 1
}

function moveIn(group: TreeGroup, key: number, by: -1 | 1): TreeGroup | null {
  const at = group.items.findIndex(item => item.key === key)
  if (at >= 0) return moveWithin(group, at, by)
  for (const [index, item] of group.items.entries()) {
    if (!isTreeGroup(item)) continue
    const inner = item.items.findIndex(one => one.key === key)
    const atEdge = inner >= 0 && (by < 0 ? inner === 0 : inner === item.items.length - 1)
    if (atEdge) return moveOut(group, index, inner, by)
    const moved = moveIn(item, key, by)
    if (moved !== null) return { ...group, items: group.items.with(index, moved) }
  }
  return null
}

/** Past its neighbour, or into it where that is a group. */
function moveWithin(group: TreeGroup, at: number, by: -1 | 1): TreeGroup | null {
  const item = group.items[at]
  const neighbour = group.items[at + by]
  if (item === undefined || neighbour === undefined) return null
  const rest = group.items.filter(one => one !== item)
  if (!isTreeGroup(neighbour) || isTreeGroup(item)) return { ...group, items: rest.toSpliced(at + by, 0, item) }
  const grown = { ...neighbour, items: by < 0 ? [...neighbour.items, item] : [item, ...neighbour.items] }
  return { ...group, items: rest.map(one => (one === neighbour ? grown : one)) }
}

/** Out of an inner group, to stand before or after it. */
function moveOut(group: TreeGroup, at: number, inner: number, by: -1 | 1): TreeGroup | null {
  const from = group.items[at]
  if (from === undefined || !isTreeGroup(from)) return null
  const item = from.items[inner]
  if (item === undefined) return null
  const shrunk = { ...from, items: from.items.filter(one => one !== item) }
  return { ...group, items: group.items.toSpliced(at, 1, ...(by < 0 ? [item, shrunk] : [shrunk, item])) }
}

function groupTree({ match, items }: FilterGroup): TreeGroup {
  return {
    key: newKey(),
    match,
    items: items.map(item => (isGroup(item) ? groupTree(item) : { key: newKey(), rule: fromRule(item) })),
  }
}

function ruleOf({ rule }: TreeRule, kindOf: (target: string) => FilterKind | null) {
  const kind = kindOf(rule.target)
  return kind === null ? null : toRule(rule, kind)
}
