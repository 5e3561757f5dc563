import type { ReactNode } from 'react'

interface HighlightProps {
  readonly text: string
  readonly query: string
}

/** The text with every place that equals the query, or one of its words, marked; spaces and dashes in numbers do not matter. */
export function Highlight({ text, query }: HighlightProps) {
  return highlighted(text, query)
}

/** As `Highlight`, for the cells of long lists: plain text where nothing is marked. */
export function highlighted(text: string, query: string): ReactNode {
  const parts = query === '' ? [] : markMatches(text, query)
  if (!parts.some(part => part.hit)) return text
  return parts.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))
}

interface Part {
  readonly text: string
  readonly hit: boolean
}

/** Cuts the text into parts that do and do not equal the query. Joined, they are the text again. */
export function markMatches(text: string, query: string): readonly Part[] {
  const pattern = patternFor(query)
  if (pattern === null) return [{ text, hit: false }]
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hit: false })
    parts.push({ text: match[0], hit: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false })
  return parts
}

let newest: { readonly query: string; readonly pattern: RegExp | null } = { query: '', pattern: null }

/** Every cell of a list asks for the same one. */
function patternFor(query: string): RegExp | null {
  if (newest.query !== query) newest = { query, pattern: createPattern(query) }
  return newest.pattern
}

function createPattern(query: string): RegExp | null {
  const bare = query.trim()
  if (bare === '') return null
  const isNumber = /^[+\d\s-]+$/u.test(bare) && /\d/u.test(bare)
  return new RegExp((isNumber ? numberParts(bare) : textParts(bare)).join('|'), 'giu')
}

/** The digits with any spaces and dashes between them, with the country's code and without. */
function numberParts(typed: string): readonly string[] {
  const digits = typed.replaceAll(/\D/gu, '')
  const short = digits.replace(/^(?:00)?86(?=1\d)/u, '')
  return [...new Set([digits, short])].map(one => Array.from(one).join(String.raw`[\s-]?`))
}

/** The whole text, else each of its words. */
function textParts(typed: string): readonly string[] {
  const words = typed.split(/\s+/u).toSorted((a, b) => b.length - a.length)
  return [...new Set([typed, ...words])].map(one => one.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
}
