import { compactText, foldText, pairsOf, runsOf } from './folding.ts'
import { phoneForms } from './phone-digits.ts'

/**
 * The index holds tokens of three kinds in one column; the first character tells two of them apart. Both are
 * Unicode noncharacters, which folding removes, so that no text of a person can contain them.
 */
export const nameMark = '\uFDD0'
export const phoneMark = '\uFDD1'
/** No token is longer than what a person can type. */
export const tokenLimit = 200

/** Tokens of a text already folded: pairs of Han characters, words of letters and digits. */
export function textTokens(folded: string): string[] {
  return runsOf(folded).flatMap(run => (run.kind === 'dense' ? pairsOf(run.text) : [run.text.slice(0, tokenLimit)]))
}

/** The whole name as one token, for exact names and names that begin with what was typed. */
export function nameToken(name: string): string[] {
  const compact = compactText(foldText(name)).slice(0, tokenLimit)
  return compact === '' ? [] : [nameMark + compact]
}

/** Every tail of three digits or more, so that a query finds any part of the number by prefix. */
export function phoneTokens(value: string): string[] {
  const { digits, others } = phoneForms(value)
  const tails = Array.from({ length: Math.max(0, digits.length - 2) }, (_, index) => phoneMark + digits.slice(index))
  return [...tails, ...others.map(other => phoneMark + other)]
}
