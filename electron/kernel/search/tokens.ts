import { compactText, foldText, pairsOf, runsOf } from './folding.ts'
import { phoneForms } from './phone-digits.ts'
import type { ReadText } from './read-units.ts'
import { readingsOf } from './reading-tokens.ts'

/**
 * The index holds tokens of several kinds in one column; the first character tells them apart, and words, pairs and
 * readings have none. The marks are Unicode noncharacters, which folding removes, so that no text of a person can
 * contain them.
 */
export const nameMark = '\uFDD0'
export const phoneMark = '\uFDD1'
/** Before the initials of a whole name. */
export const initialsMark = '\uFDD2'
/** Before a whole number of a customer (member number), and before each end of its digits. */
export const numberMark = '\uFDD3'
export const numberEndMark = '\uFDD4'
/** No token is longer than what a person can type. */
export const tokenLimit = 200

/** Tokens of a text already folded: pairs of Han characters, words of letters and digits. */
export function textTokens(folded: string): string[] {
  return runsOf(folded).flatMap(run => (run.kind === 'dense' ? pairsOf(run.text) : [run.text.slice(0, tokenLimit)]))
}

/** The whole name as written, read and by its initials, for exact names and names that begin with what was typed. */
export function nameTokens(name: ReadText): string[] {
  const { whole, initials } = readingsOf(name)
  const written = compactText(foldText(name.text)).slice(0, tokenLimit)
  return [
    ...(written === '' ? [] : [nameMark + written]),
    ...whole.map(reading => nameMark + reading),
    ...initials.map(letters => initialsMark + letters),
  ]
}

/** Every tail of three digits or more, so that a query finds any part of the number by prefix. */
export function phoneTokens(value: string): string[] {
  const { digits, others } = phoneForms(value)
  return [...endsOf(digits, phoneMark), ...others.map(other => phoneMark + other)]
}

/** A customer's own number (member number) as a whole and every end of its digits of three or more. */
export function numberTokens(value: string): string[] {
  const whole = compactText(foldText(value)).slice(0, tokenLimit)
  return whole === '' ? [] : [numberMark + whole, ...endsOf(whole.replace(/\D/g, ''), numberEndMark)]
}

function endsOf(digits: string, mark: string): string[] {
  return Array.from({ length: Math.max(0, digits.length - 2) }, (_, index) => mark + digits.slice(index))
}
