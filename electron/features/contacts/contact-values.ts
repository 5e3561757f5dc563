import { nameKey } from '../../kernel/search/name-key.ts'
import type { TagLink } from './contact-records.ts'

/** The text when it is one of the words this version knows, else the fallback. */
export function oneOf<T extends string>(words: readonly T[], text: string, fallback: T): T {
  return words.find(word => word === text) ?? fallback
}

/** The preferred one, or else the first; undefined of an empty list. */
export function preferredOf<T extends { readonly preferred: number }>(items: readonly T[]): T | undefined {
  return items.find(item => item.preferred === 1) ?? items[0]
}

/** Names in the order of the alphabet, Chinese by pinyin. */
export function tagNames(links: readonly TagLink[]): string[] {
  return sortedByName(links).map(link => link.name)
}

export function sortedByName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  const keyed = items.map(item => ({ item, key: nameKey(item.name, 'organisation') }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}
