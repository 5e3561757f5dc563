/** A tag to choose; `count` is how many customers have it, null for one that would be new. */
export interface TagChoice {
  readonly name: string
  readonly count: number | null
}

const choiceLimit = 8

/** Tags in use that contain the text and are not chosen yet, the most used first; the text itself last when it is new. */
export function suggestTags(
  known: readonly { readonly name: string; readonly count: number }[],
  chosen: readonly string[],
  text: string,
): readonly TagChoice[] {
  const wanted = fold(text.trim())
  const taken = new Set(chosen.map(fold))
  const matching = known
    .filter(tag => !taken.has(fold(tag.name)) && fold(tag.name).includes(wanted))
    .toSorted((a, b) => Number(fold(b.name).startsWith(wanted)) - Number(fold(a.name).startsWith(wanted)) || b.count - a.count)
    .slice(0, choiceLimit)
    .map(({ name, count }) => ({ name, count }))
  const isNew = wanted !== '' && !taken.has(wanted) && !known.some(tag => fold(tag.name) === wanted)
  return isNew ? [...matching, { name: text.trim(), count: null }] : matching
}

function fold(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase()
}
