const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in pinyin order. */
const firsts = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀')
const byPinyin = new Intl.Collator('zh-u-co-pinyin')
/** What may stand for one character: a beginning of a syllable. */
const syllable = /^(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?(?:[aeiouvü]{1,4}(?:ng?|r)?)?$/u
const longestSyllable = 6

/**
 * Which characters of a name the typed letters stand for, by full pinyin, initials or both mixed; null when that
 * cannot be told: the usual reading of each character is all that is known here.
 */
export function pinyinPart(name: string, typed: string): { readonly from: number; readonly to: number } | null {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s'’]+/gu, ' ')
  if (!/^[a-zü][a-zü ]*$/u.test(wanted)) return null
  const initials = Array.from(name).map(initialOf)
  for (let from = 0; from < initials.length; from += 1) {
    const to = endOf(initials, from, wanted)
    if (to !== null) return { from, to }
  }
  return null
}

/** Behind the last of the characters that the letters stand for; the fewest characters win. */
function endOf(initials: readonly string[], from: number, typed: string): number | null {
  const wanted = typed.trimStart()
  if (wanted === '') return from
  if (initials[from] !== wanted[0]) return null
  for (let length = Math.min(longestSyllable, wanted.length); length > 0; length -= 1) {
    if (!syllable.test(wanted.slice(0, length))) continue
    const to = endOf(initials, from + 1, wanted.slice(length))
    if (to !== null) return to
  }
  return null
}

/** The first letter of a Han character's usual reading; '' for other signs. */
function initialOf(sign: string): string {
  if (!/^\p{Script=Han}$/u.test(sign)) return ''
  const at = firsts.findLastIndex(first => byPinyin.compare(first, sign) <= 0)
  return letters[at] ?? ''
}
