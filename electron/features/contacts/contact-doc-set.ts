/** Some of the customers, by their numbers in the index: 1 where the customer is in it. */
export type DocSet = Uint8Array

/** `size`: one more than the highest number there is. */
export function docSet(docs: Iterable<number>, size: number): DocSet {
  const set = new Uint8Array(size)
  for (const doc of docs) set[doc] = 1
  return set
}

export function unionOf(sets: readonly DocSet[], size: number): DocSet {
  const union = new Uint8Array(size)
  for (const set of sets) for (let doc = 0; doc < size; doc += 1) union[doc] = (union[doc] ?? 0) | (set[doc] ?? 0)
  return union
}

/** `everybody` where there is no set. */
export function intersectionOf(sets: readonly DocSet[], everybody: DocSet): DocSet {
  const common = Uint8Array.from(everybody)
  for (const set of sets) for (let doc = 0; doc < common.length; doc += 1) common[doc] = (common[doc] ?? 0) & (set[doc] ?? 0)
  return common
}

/** Those of everybody that are not in the set. */
export function complementOf(set: DocSet, everybody: DocSet): DocSet {
  return everybody.map((isThere, doc) => isThere & ((set[doc] ?? 0) ^ 1))
}

/** Those in the set, in the order given. */
export function pickFrom(order: Int32Array, set: DocSet): Int32Array {
  return order.filter(doc => set[doc] === 1)
}
