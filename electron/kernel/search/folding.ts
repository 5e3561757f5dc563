import { unifyVariants } from './han-variants.ts'

/**
 * Scripts written without spaces between words, cut into pairs of characters. Private-use characters stand for
 * rare Han characters in names of older systems.
 */
const dense = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー\p{Co}`
/** For the `v` flag: letters, digits, marks and pictures of scripts with spaces between words. */
export const wordCharacters = String.raw`[\p{L}\p{M}\p{N}\p{So}]--[${dense}]`

const plainText = /^[\t\n\x20-\x7e\u4e00-\u9fff]*$/
const runPattern = new RegExp(`([${dense}]+)|([${wordCharacters}]+)`, 'gv')
const invisible = /[\p{Cf}\p{Variation_Selector}]/gu
const controls = /[[\p{Cc}--[\t\n]]\p{Noncharacter_Code_Point}\u2028\u2029]/gv
const accents = /[\u0300-\u036f]/g
const strokes: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ς: 'σ' }
const strokePattern = /[ßøđłæœıħς]/g

/** How the search sees a text: as `foldWriting`, and traditional characters as simplified ones. */
export function foldText(text: string): string {
  return unifyVariants(foldWriting(text))
}

/** NFKC (full width becomes half), lower case, no accents, no invisible characters. */
export function foldWriting(text: string): string {
  if (plainText.test(text)) return text.toLowerCase()
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .replace(strokePattern, character => strokes[character] ?? character)
    .replace(invisible, '')
    .replace(controls, ' ')
    .normalize('NFKC')
}

export interface TextRun {
  /** `dense`: Han and other scripts without spaces. `word`: letters, digits, pictures. */
  readonly kind: 'dense' | 'word'
  readonly text: string
}

/** The parts of a folded text that can be searched for, in order; what lies between them separates. */
export function runsOf(folded: string): readonly TextRun[] {
  return Array.from(folded.matchAll(runPattern), ([text, isDense]) => ({ kind: isDense === undefined ? 'word' : 'dense', text }))
}

/** A folded text without what separates: `li, wei` and `liwei` are one. */
export function compactText(folded: string): string {
  return runsOf(folded)
    .map(run => run.text)
    .join('')
}

const betweenDense = new RegExp(`(?<=[${dense}])\\s+(?=[${dense}])`, 'gv')

/** Without the spaces between characters of scripts that have none: an address in parts as it is written in one piece. */
export function closedUp(text: string): string {
  return text.replace(betweenDense, '')
}

/** `abcd` becomes `ab bc cd d`: every pair is a token, and the last character for one-character queries by prefix. */
export function pairsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}
