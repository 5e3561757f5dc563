import hongKong from 'opencc-js/dict/HKVariantsRev'
import toTraditional from 'opencc-js/dict/STCharacters'
import toSimplified from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariantsRev'

/** Characters of their own, which some standard takes for a variant of another. */
const ownCharacters: ReadonlySet<string> = new Set(['著', '么'])
const variants = makeVariants()
const hasVariant = makeFlags(variants.keys())

/** One writing for the traditional, simplified and regional forms of every character; their number stays the same. */
export function unifyVariants(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    if (hasVariant[text.charCodeAt(index)] === 1) return replaceFrom(text, index)
  }
  return text
}

function replaceFrom(text: string, start: number): string {
  let result = text.slice(0, start)
  for (const character of text.slice(start)) result += variants.get(character) ?? character
  return result
}

/** Every form leads to its simplified one; forms that only the other direction knows join theirs. */
function makeVariants(): ReadonlyMap<string, string> {
  const simplified = new Map(pairsOf(toSimplified).filter(([from, to]) => from !== to))
  for (const [simple, traditional] of pairsOf(toTraditional)) {
    const known = simplified.get(traditional)
    if (known === undefined && simple !== traditional) simplified.set(traditional, simple)
    else if (known !== undefined && known !== simple && !simplified.has(simple)) simplified.set(simple, known)
  }
  for (const [variant, traditional] of [...pairsOf(hongKong), ...pairsOf(taiwan)]) {
    const isOther = !ownCharacters.has(variant) && !simplified.has(variant) && lastOf(simplified, traditional) !== variant
    if (isOther) simplified.set(variant, traditional)
  }
  return new Map(
    Array.from(simplified.keys(), from => [from, lastOf(simplified, from)] as const).filter(([from, to]) => from !== to),
  )
}

function lastOf(steps: ReadonlyMap<string, string>, from: string): string {
  const seen = new Set<string>()
  let to = from
  for (let next = steps.get(to); next !== undefined && !seen.has(next); next = steps.get(to)) {
    seen.add(to)
    to = next
  }
  return to
}

/** By UTF-16 unit: the first of each character that has another form. */
function makeFlags(characters: Iterable<string>): Uint8Array {
  const flags = new Uint8Array(0x10000)
  for (const character of characters) flags[character.charCodeAt(0)] = 1
  return flags
}

function pairsOf(dictionary: string): [string, string][] {
  return dictionary.split('|').map(pair => {
    const [from = '', to = ''] = pair.trim().split(' ')
    return [from, to]
  })
}
