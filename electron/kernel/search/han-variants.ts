import hongKong from 'opencc-js/dict/HKVariantsRev'
import toTraditional from 'opencc-js/dict/STCharacters'
import toSimplified from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariantsRev'

/** Characters of their own, which some standard takes for a variant of another. */
const ownCharacters: ReadonlySet<string> = new Set(['著', '么'])
/** No chain of forms is longer; a circle ends too. */
const stepsAtMost = 4

interface Variants {
  readonly forms: ReadonlyMap<string, string>
  /** By UTF-16 unit: 1 for the first of each character that has another form. */
  readonly flags: Uint8Array
}

/** Made when it is first asked for: a program that starts waits for nothing here. */
let variants: Variants | null = null

/** One writing for the traditional, simplified and regional forms of every character; their number stays the same. */
export function unifyVariants(text: string): string {
  variants ??= makeVariants()
  const { forms, flags } = variants
  for (let index = 0; index < text.length; index += 1) {
    if (flags[text.charCodeAt(index)] === 1) return replaceFrom(text, index, forms)
  }
  return text
}

function replaceFrom(text: string, start: number, forms: ReadonlyMap<string, string>): string {
  let result = text.slice(0, start)
  for (const character of text.slice(start)) result += forms.get(character) ?? character
  return result
}

/** Every form leads to its simplified one; forms that only the other direction knows join theirs. */
function makeVariants(): Variants {
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
  const forms = new Map<string, string>()
  const flags = new Uint8Array(0x10000)
  for (const from of simplified.keys()) {
    const to = lastOf(simplified, from)
    if (to === from) continue
    forms.set(from, to)
    flags[from.charCodeAt(0)] = 1
  }
  return { forms, flags }
}

function lastOf(steps: ReadonlyMap<string, string>, from: string): string {
  let to = from
  for (let step = 0; step < stepsAtMost; step += 1) to = steps.get(to) ?? to
  return to
}

function pairsOf(dictionary: string): [string, string][] {
  return dictionary.split('|').map(pair => {
    const [from = '', to = ''] = pair.trim().split(' ')
    return [from, to]
  })
}
