import { compactText, foldText, pairsOf, runsOf, wordCharacters } from './folding.ts'
import { typedDigits } from './phone-digits.ts'
import { cutTerm } from './reading-tokens.ts'
import { initialsMark, nameMark, numberEndMark, numberMark, phoneMark, tokenLimit } from './tokens.ts'

/** A part of what was typed; a record is found when every part is. */
export type SearchTerm =
  | { readonly kind: 'dense'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  /** Digits as typed, perhaps with spaces or dashes: a part of a phone number, or else each group as a word. */
  | { readonly kind: 'digits'; readonly phone: string | null; readonly groups: readonly string[] }

/** `numbers`: phones and the shop's own numbers, the typed text taken as one of them. */
export type SearchScope = 'all' | 'numbers'

export interface SearchQuery {
  readonly scope: SearchScope
  readonly terms: readonly SearchTerm[]
  /** The typed text as a name, without spaces and signs; '' when it has no letters or digits. */
  readonly name: string
  /** Digits of a query that is nothing but a phone's end of four digits or more. */
  readonly tail: string | null
  /** Texts that a hit has to contain as they stand, since pairs alone would let false hits through. */
  readonly contains: readonly string[]
}

/** FTS5 expressions for the ranks of the hits, best first; null where the rank cannot occur. A hit is of the first that it is in. */
export interface MatchExpressions {
  readonly tail: string | null
  /** A whole name as written or read, or a whole number of the shop's own. */
  readonly exactName: string | null
  /** A name that begins so, as written, read or by its initials. */
  readonly namePrefix: string | null
  readonly rest: string | null
}

/** Digits with signs that people put into phone numbers, not inside a word of letters. */
const digitRun = new RegExp(
  String.raw`(?<![${wordCharacters}])\+?\s*\d(?:[\s\(\).\-\u2010-\u2015\/·]*\d)*(?![${wordCharacters}])`,
  'gv',
)

/** What a person means by the text typed. Anything is data: no character has a meaning of its own. Null when blank. */
export function parseQuery(text: string, scope: SearchScope = 'all'): SearchQuery | null {
  const folded = foldText(text).trim()
  if (folded === '') return null
  const terms = termsOf(folded)
  if (terms.length === 0) return { scope, terms, name: '', tail: null, contains: folded.split(/\s+/) }
  const digits = phoneOf(terms)
  return {
    scope,
    terms,
    name: compactText(folded).slice(0, tokenLimit),
    tail: digits !== null && digits.length >= 4 ? digits : null,
    contains: scope === 'numbers' ? [] : terms.flatMap(longDense),
  }
}

export function matchExpressions(query: SearchQuery): MatchExpressions {
  const { name, tail, terms } = query
  const tailEnd = tail === null ? null : quoted(phoneMark + tail)
  if (name === '') return { tail: tailEnd, exactName: null, namePrefix: null, rest: null }
  const hasOwnNumber = /[a-z0-9]/.test(name)
  if (query.scope === 'numbers') {
    const digits = /^\d+$/.test(name) ? [phoneMark + (phoneOf(terms) ?? name), numberEndMark + name] : []
    const rest = anyOf([numberMark + name, ...digits].map(prefixOf))
    return { tail: tailEnd, exactName: quoted(numberMark + name), namePrefix: null, rest }
  }
  return {
    tail: tailEnd,
    exactName: anyOf([quoted(nameMark + name), hasOwnNumber ? quoted(numberMark + name) : null]),
    namePrefix: anyOf([prefixOf(nameMark + name), /[a-z]/.test(name) ? prefixOf(initialsMark + name) : null]),
    rest: anyOf([allOf(terms.map(termExpression)), hasOwnNumber ? prefixOf(numberMark + name) : null]),
  }
}

function phoneOf(terms: readonly SearchTerm[]): string | null {
  const [first] = terms
  return terms.length === 1 && first?.kind === 'digits' ? first.phone : null
}

/** Its pairs alone would let false hits through. */
function longDense(term: SearchTerm): readonly string[] {
  return term.kind === 'dense' && Array.from(term.text).length > 2 ? [term.text] : []
}

function termsOf(folded: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = []
  let end = 0
  for (const match of folded.matchAll(digitRun)) {
    terms.push(...runsOf(folded.slice(end, match.index)))
    terms.push({ kind: 'digits', phone: typedDigits(match[0]), groups: match[0].match(/\d+/g) ?? [] })
    end = match.index + match[0].length
  }
  return [...terms, ...runsOf(folded.slice(end))]
}

function termExpression(term: SearchTerm): string {
  if (term.kind === 'dense') return denseExpression(term.text)
  if (term.kind === 'word') return wordExpression(term.text)
  const words = allOf(term.groups.map(prefixOf))
  if (term.phone === null) return words
  return `(${words} OR ${prefixOf(phoneMark + term.phone)} OR ${prefixOf(numberEndMark + term.groups.join(''))})`
}

/** A word or how something is read, from its beginning. */
function wordExpression(word: string): string {
  const reading = cutTerm(word)
  return reading === null ? prefixOf(word) : `(${prefixOf(word)} OR ${quoted(reading)})`
}

function denseExpression(run: string): string {
  const pairs = pairsOf(run)
  if (pairs.length === 1) return prefixOf(run)
  return allOf(pairs.slice(0, -1).map(quoted))
}

/** The same part twice asks for no more, and each costs a walk through the index. */
function allOf(expressions: readonly string[]): string {
  const different = [...new Set(expressions)]
  return different.length === 1 ? different.join('') : `(${different.join(' AND ')})`
}

/** Null of nothing. */
export function anyOf(expressions: readonly (string | null)[]): string | null {
  const [first, ...others] = expressions.filter(expression => expression !== null)
  if (first === undefined) return null
  return others.length === 0 ? first : `(${[first, ...others].join(' OR ')})`
}

function prefixOf(token: string): string {
  return `${quoted(token.slice(0, tokenLimit))}*`
}

/** Tokens hold letters, digits, pictures and marks only, so nothing needs escaping inside the quotes. */
function quoted(token: string): string {
  return `"${token}"`
}
