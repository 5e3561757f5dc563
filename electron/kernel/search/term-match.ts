import { compactText, foldText, runsOf } from './folding.ts'
import { phoneForms } from './phone-digits.ts'
import type { SearchQuery, SearchTerm } from './query.ts'
import { tokenLimit } from './tokens.ts'

/** How many parts of the query stand in this text, by the same rules as the index; for telling which field was hit. */
export function termsInText(query: SearchQuery, text: string): number {
  const folded = foldText(text)
  if (query.terms.length === 0) return query.contains.filter(part => folded.includes(part)).length
  return query.terms.filter(term => isInText(term, folded)).length
}

/** As `termsInText`, for a phone number. */
export function termsInPhone(query: SearchQuery, phone: string): number {
  const { digits, others } = phoneForms(phone)
  const withLetters = /\p{L}/u.test(phone)
  return query.terms.filter(term => {
    if (withLetters && isInText(term, foldText(phone))) return true
    if (term.kind !== 'digits' || term.phone === null) return false
    const typed = term.phone
    return digits.includes(typed) || others.some(other => other.startsWith(typed))
  }).length
}

/** Whether the whole query is the beginning of this name, whatever spaces and signs stand in either. */
export function isNameBeginning(query: SearchQuery, name: string): boolean {
  return query.name !== '' && compactText(foldText(name)).startsWith(query.name)
}

function isInText(term: SearchTerm, folded: string): boolean {
  if (term.kind === 'dense') return folded.includes(term.text)
  if (term.kind === 'word') return hasWord(folded, term.text)
  return term.groups.every(group => hasWord(folded, group))
}

function hasWord(folded: string, beginning: string): boolean {
  return runsOf(folded).some(run => run.kind === 'word' && run.text.startsWith(beginning.slice(0, tokenLimit)))
}
