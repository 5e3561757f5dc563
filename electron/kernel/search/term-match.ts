import { compactText, foldText, runsOf } from './folding.ts'
import { phoneForms } from './phone-digits.ts'
import type { SearchQuery, SearchTerm } from './query.ts'
import type { ReadText } from './read-units.ts'
import { cutTerm, readingsOf } from './reading-tokens.ts'
import { tokenLimit } from './tokens.ts'

/** How many parts of the query stand in this text, by the same rules as the index; for telling which field was hit. */
export function termsInText(query: SearchQuery, text: string): number {
  const folded = foldText(text)
  if (query.terms.length === 0) return query.contains.filter(part => folded.includes(part)).length
  return query.terms.filter(term => isInText(term, folded)).length
}

/** As `termsInText`, for what is found by how it is read: parts that are either written or read so. */
export function termsInReading(query: SearchQuery, read: ReadText): number {
  const folded = foldText(read.text)
  return query.terms.filter(term => isInText(term, folded) || isRead(term, read)).length
}

/** As `termsInText`, for a phone number. */
export function termsInPhone(query: SearchQuery, phone: string): number {
  const { digits, others } = phoneForms(phone)
  const withLetters = /\p{L}/u.test(phone)
  return query.terms.filter(term => {
    if (withLetters && isInText(term, foldText(phone))) return true
    if (term.kind !== 'digits') return false
    const typed = term.phone ?? (query.scope === 'numbers' ? term.groups.join('') : null)
    return typed !== null && (digits.includes(typed) || others.some(other => other.startsWith(typed)))
  }).length
}

/** As `termsInText`, for a number that the shop gave: its beginning, a word of it, or three digits of it and more. */
export function termsInNumber(query: SearchQuery, number: string): number {
  const folded = foldText(number)
  const whole = compactText(folded)
  if (query.name !== '' && whole.startsWith(query.name)) return query.terms.length
  const digits = whole.replace(/\D/g, '')
  return query.terms.filter(term => {
    if (isInText(term, folded)) return true
    return term.kind === 'digits' && term.groups.join('').length >= 3 && digits.includes(term.groups.join(''))
  }).length
}

/** Whether the whole query is the beginning of this name, whatever spaces and signs stand in either. */
export function isNameBeginning(query: SearchQuery, name: string): boolean {
  return query.name !== '' && compactText(foldText(name)).startsWith(query.name)
}

/** Whether the whole query is the beginning of how this name is read, in full or by initials. */
export function isReadingBeginning(query: SearchQuery, name: ReadText): boolean {
  if (!/[a-z]/.test(query.name)) return false
  const { whole, initials } = readingsOf(name)
  return [...whole, ...initials].some(reading => reading.startsWith(query.name))
}

function isInText(term: SearchTerm, folded: string): boolean {
  if (term.kind === 'dense') return folded.includes(term.text)
  if (term.kind === 'word') return hasWord(folded, term.text)
  return term.groups.every(group => hasWord(folded, group))
}

function hasWord(folded: string, beginning: string): boolean {
  return runsOf(folded).some(run => run.kind === 'word' && run.text.startsWith(beginning.slice(0, tokenLimit)))
}

function isRead(term: SearchTerm, read: ReadText): boolean {
  if (term.kind !== 'word') return false
  const { parts } = readingsOf(read)
  const reading = cutTerm(term.text)
  return parts.some(part => (reading === null ? part.startsWith(term.text) : part === reading))
}
