const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in pinyin order. */
const firsts = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀')
const byPinyin = new Intl.Collator('zh-u-co-pinyin')
/** What may stand for one character: a beginning of a syllable. */
const syllable = /^(?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?(?:[aeiouvü]{1,4}(?:ng?|r)?)?$/u
const longestSyllable = 6
/** Surnames, and characters frequent in names, with further readings that begin with another letter. */
const furtherInitials: Readonly<Record<string, string>> = {
  单: 's',
  單: 's',
  曾: 'zc',
  仇: 'q',
  查: 'z',
  解: 'x',
  区: 'o',
  區: 'o',
  朴: 'p',
  尉: 'y',
  翟: 'zd',
  乐: 'yl',
  樂: 'yl',
  重: 'cz',
  长: 'cz',
  長: 'cz',
  万: 'm',
  萬: 'm',
  覃: 'qt',
  秘: 'b',
  种: 'c',
  褚: 'cz',
  繁: 'p',
  召: 's',
  谌: 'cs',
  藏: 'zc',
  行: 'hx',
  车: 'cj',
  沈: 's',
  隗: 'kw',
  缪: 'm',
  晟: 'sc',
  会: 'k',
  调: 't',
  降: 'x',
  校: 'j',
  传: 'z',
}

/**
 * Which characters of a name the typed letters stand for, by full pinyin, initials or both mixed; null when that
 * cannot be told: only the usual readings of characters, and more of a few, are known here.
 */
export function pinyinPart(name: string, typed: string): { readonly from: number; readonly to: number } | null {
  const wanted = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s'’]+/gu, ' ')
  if (!/^[a-zü][a-zü ]*$/u.test(wanted)) return null
  const initials = Array.from(name).map(initialsOf)
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
  if (initials[from]?.includes(wanted.slice(0, 1)) !== true) return null
  for (let length = Math.min(longestSyllable, wanted.length); length > 0; length -= 1) {
    if (!syllable.test(wanted.slice(0, length))) continue
    const to = endOf(initials, from + 1, wanted.slice(length))
    if (to !== null) return to
  }
  return null
}

/** The first letters of a Han character's readings, the usual one first; '' for other signs. */
function initialsOf(sign: string): string {
  if (!/^\p{Script=Han}$/u.test(sign)) return ''
  const at = firsts.findLastIndex(first => byPinyin.compare(first, sign) <= 0)
  return (letters[at] ?? '') + (furtherInitials[sign] ?? '')
}
