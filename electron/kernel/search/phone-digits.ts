import { foldText } from './folding.ts'

const extension = /(?:转|轉|分机|ext\.?|extension|;ext=|x|#)\s*\d{1,8}\s*$/u
const mobile = /^1[3-9]\d{9}$/
const chinaPrefix = /^(?:\+\s*86|0086)/
/** A mainland mobile, or a landline with its area code, behind a country code without a sign. */
const bareChina = /^86(?:1[3-9]\d{9}|10\d{8}|[2-9]\d{9,10})$/

/** A stored phone number as the search knows it. */
export interface PhoneForms {
  /** Digits as they are dialled inside the country; every tail of it of three digits or more is found. */
  readonly digits: string
  /** The same number in other ways of writing it, found from their beginning. */
  readonly others: readonly string[]
}

/** Reads a number in any writing. Mainland numbers lose +86 or 0086 and are also found with them. */
export function phoneForms(value: string): PhoneForms {
  const text = foldText(value).trim()
  const written = text.replace(extension, '')
  const all = written.replace(/\D/g, '')
  const china = chinaPrefix.test(written) || (!written.startsWith('+') && bareChina.test(all))
  const digits = china ? all.replace(/^(?:0086|86)/, '') : all
  if (digits.length < 3) return { digits: all, others: [] }
  const foreign = written.startsWith('+') && !china ? [`00${digits}`] : []
  if (!china && !mobile.test(digits) && !/^0\d{9,11}$/.test(digits)) return { digits, others: foreign }
  const abroad = digits.replace(/^0/, '')
  const others = [...foreign, `86${abroad}`, `0086${abroad}`]
  return { digits, others: mobile.test(digits) || digits.startsWith('0') ? others : [...others, `0${digits}`] }
}

/** The digits to look for in what a person typed or pasted as a phone number; null when there are fewer than three. */
export function typedDigits(folded: string): string | null {
  const all = folded.replace(/\D/g, '')
  const national = chinaPrefix.test(folded.trim()) ? all.replace(/^(?:0086|86)/, '') : all
  const digits = national.length >= 3 ? national : all
  return digits.length >= 3 ? digits : null
}
