import { compactText, foldText, pairsOf, runsOf, wordCharacters } from './folding.ts'
import { typedDigits } from './phone-digits.ts'
import { nameMark, phoneMark, tokenLimit } from './tokens.ts'

/** A part of what was typed; a record is found when every part is. */
export type SearchTerm =
  | { readonly kind: 'dense'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  /** Digits as typed, perhaps with spaces or dashes: a part of a phone number, or else each group as a word. */
  | { readonly kind: 'digits'; readonly phone: string | null; readonly groups: readonly string[] }

export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
  /** The typed text as a name, without spaces and signs; '' when it has no letters or digits. */
  readonly name: string
  /** Digits of a query that is nothing but a phone's end of four digits or more. */
  readonly tail: string | null
  /** Texts that a hit has to contain as they stand, since pairs alone would let false hits through. */
  readonly contains: readonly string[]
}

/** FTS5 expressions for the ranks of the hits, none overlapping another; null where the rank cannot occur. */
export interface MatchExpressions {
  readonly tail: string | null
  readonly exactName: string | null
  readonly namePrefix: string | null
  readonly rest: string | null
}

/** Digits with signs that people put into phone numbers, not inside a word of letters. */
const digitRun = new RegExp(
  String.raw`(?<![${wordCharacters}])\+?\s*\d(?:[\s\(\).\-\u2010-\u2015\/·]*\d)*(?![${wordCharacters}])`,
  'gv',
)

/** What a person means by the text typed. Anything is data: no character has a meaning of its own. Null when blank. */
export function parseQuery(text: string): SearchQuery | null {
  const folded = foldText(text).trim()
  if (folded === '') return null
  const terms = termsOf(folded)
  if (terms.length === 0) return { terms, name: '', tail: null, contains: folded.split(/\s+/) }
  const [first] = terms
  const digits = terms.length === 1 && first?.kind === 'digits' ? first.phone : null
  return {
    terms,
    name: compactText(folded).slice(0, tokenLimit),
    tail: digits !== null && digits.length >= 4 ? digits : null,
    contains: terms.flatMap(term => (term.kind === 'dense' && Array.from(term.text).length > 2 ? [term.text] : [])),
  }
}

export function matchExpressions(query: SearchQuery): MatchExpressions {
  const all = query.terms.map(termExpression).join(' AND ')
  const tail = query.tail === null ? null : quoted(phoneMark + query.tail)
  const exactName = query.name === '' ? null : quoted(nameMark + query.name)
  const namePrefix = exactName === null ? null : `${exactName}*`
  return {
    tail,
    exactName: without(exactName, [tail]),
    namePrefix: without(namePrefix, [exactName, tail]),
    rest: all === '' ? null : without(all, [namePrefix, tail]),
  }
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
  if (term.kind === 'word') return prefixOf(term.text)
  const words = term.groups.map(prefixOf).join(' AND ')
  return term.phone === null ? `(${words})` : `((${words}) OR ${prefixOf(phoneMark + term.phone)})`
}

function denseExpression(run: string): string {
  const pairs = pairsOf(run)
  if (pairs.length === 1) return prefixOf(run)
  return pairs.slice(0, -1).map(quoted).join(' AND ')
}

function without(expression: string | null, others: readonly (string | null)[]): string | null {
  if (expression === null) return null
  const excluded = others.filter(other => other !== null)
  return excluded.length === 0 ? expression : `(${expression}) NOT (${excluded.join(' OR ')})`
}

function prefixOf(token: string): string {
  return `${quoted(token.slice(0, tokenLimit))}*`
}

/** Tokens hold letters, digits, pictures and marks only, so nothing needs escaping inside the quotes. */
function quoted(token: string): string {
  return `"${token}"`
}
