import { type Charset, decodeStrictly, toCharset } from './charset-names.ts'

const east = ['gb18030', 'big5', 'shift_jis'] as const
const single = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'koi8-r',
] as const

/** A candidate named elsewhere in the same file wins over one that reads a little better. */
const namedBonus = 0.35

/**
 * The charset that eight-bit text without a usable name is most likely written in: each candidate that can decode it
 * is scored by how ordinary the result looks. Null when none can.
 */
export function guessCharset(samples: readonly Uint8Array[], named: ReadonlySet<string>): Charset | null {
  let best: { charset: Charset; score: number } | null = null
  for (const name of new Set([...east, ...single, ...named])) {
    const charset = toCharset(name)
    const score = scoreOf(samples, charset, named)
    if (score !== null && (best === null || score > best.score)) best = { charset, score }
  }
  return best?.charset ?? null
}

/** Whether the bytes make everyday text in a charset of two bytes. */
export function looksOrdinary(bytes: Uint8Array, charset: Charset): boolean {
  return (scoreOf([bytes], charset, new Set()) ?? 0) >= 0.5
}

function scoreOf(samples: readonly Uint8Array[], charset: Charset, named: ReadonlySet<string>): number | null {
  let points = 0
  let high = 0
  for (const bytes of samples) {
    const text = decodeStrictly(bytes, charset)
    if (text === null) return null
    points += isEastern(charset.name) ? easternPoints(bytes, text, charset.name) : alphabetPoints(text)
    for (const byte of bytes) if (byte >= 0x80) high += 1
  }
  if (high === 0) return null
  return points / high + (named.has(charset.name) ? namedBonus : 0)
}

function isEastern(name: string): boolean {
  return (east as readonly string[]).includes(name) || name.startsWith('euc-')
}

/** Two-byte charsets: everyday characters sit in known rows; a pair with an ASCII trail beside Latin letters is no pair. */
function easternPoints(bytes: Uint8Array, text: string, name: string): number {
  if (/(?![\t\n\r])[\p{Cc}\p{Co}]/u.test(text)) return -bytes.length
  let points = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    if (name === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf) {
      points += 0.3
      continue
    }
    const trail = bytes[at + 1] ?? 0
    points += 2 * pairPoints(name, lead, trail)
    if (trail < 0x80) points -= isLetter(bytes[at - 1]) || (isLetter(trail) && isLetter(bytes[at + 2])) ? 1.6 : 0
    at += 1
  }
  return points
}

function pairPoints(name: string, lead: number, trail: number): number {
  switch (name) {
    case 'gb18030':
      if (trail < 0xa1) return lead >= 0xaa && lead <= 0xfe ? -0.2 : 0
      if (lead >= 0xb0 && lead <= 0xd7) return 1
      if (lead >= 0xd8 && lead <= 0xf7) return 0.35
      return lead === 0xa1 || lead === 0xa3 ? 0.6 : -0.3
    case 'big5':
      if (lead >= 0xa4 && lead <= 0xc6) return trail < 0x80 ? 0.95 : 0.9
      return lead >= 0xc9 && lead <= 0xf9 ? 0.2 : lead >= 0xa1 && lead <= 0xa3 ? 0.5 : -0.3
    case 'shift_jis':
      if (lead === 0x82 && trail >= 0x9f) return 1
      if (lead === 0x83 && trail <= 0x96) return 1
      return lead >= 0x88 && lead <= 0x97 ? 0.9 : lead === 0x81 ? 0.6 : 0
    case 'euc-kr':
      return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 ? 0.8 : -0.2
    default:
      return lead === 0xa4 || lead === 0xa5 ? 0.95 : lead >= 0xb0 && lead <= 0xcf ? 0.5 : -0.2
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}

/** One-byte charsets: words of one script, letters rather than signs, capitals where words begin. */
function alphabetPoints(text: string): number {
  let points = 0
  for (const [word] of text.matchAll(/[^\s!-/:-@[-`{-~\d]+/g)) points += wordPoints(word)
  return points
}

function wordPoints(word: string): number {
  let points = 0
  let latin = 0
  let other = 0
  let accented = 0
  let previousLower = false
  for (const char of word) {
    const isAscii = char < '\u0080'
    if (/\p{Script=Latin}/u.test(char)) latin += 1
    else if (/[\p{L}\p{M}]/u.test(char)) other += 1
    const isUpper = /\p{Lu}/u.test(char)
    if (previousLower && isUpper && !isAscii) points -= 1
    previousLower = /\p{Ll}/u.test(char)
    if (isAscii) continue
    if (/\p{L}/u.test(char)) accented += 1
    points += /\p{L}/u.test(char) ? 0.75 : /\p{M}/u.test(char) ? 0 : -0.6
  }
  if (latin > 0 && other > 0) return points - 1.5 * (accented + 1)
  if (latin > 0) return points - rareInLatin(word) - (accented > 2 && accented * 2 > word.length ? accented : 0)
  if (other > 0 && /^\p{Ll}/u.test(word)) points -= 0.4
  if (other > 3 && !/[аеёиоуыэюяіїєαεηιουωάέήίόύώ\p{Lo}]/iu.test(word)) points -= 1
  return points + (other > 1 ? 0.1 * other : 0)
}

/** Letters of the Latin pages that stand where the other pages have common ones: a tie goes to the commoner reading. */
function rareInLatin(word: string): number {
  return (word.match(/[þðýÞÐÝ×÷ŕĺĹŔőđĐ]/gu)?.length ?? 0) * 0.3
}
