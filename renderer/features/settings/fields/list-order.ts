/** The list with one of its items a place further up (-1) or down (1); as it was where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const item = list[from]
  const to = from + by
  if (item === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** Names that are the same for a person: case, width and the spaces around them do not matter. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().toLocaleLowerCase()
  return plain(one) === plain(other)
}
