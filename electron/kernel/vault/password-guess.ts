import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core'
import { minPasswordLength } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { keyboardRuns, luckyNumbers, pinyinPhrases, pinyinSyllables, surnames } from './chinese-passwords.ts'
import { normalisePassword } from './key-hierarchy.ts'

/** What makes a password easy to guess; `none` when nothing known was found in it. */
export type Weakness = 'none' | 'names' | 'keyboard' | 'dates' | 'repeats' | 'common' | 'pinyin'

export interface PasswordGuess {
  /** 0 to 4 as zxcvbn counts: powers of ten of the guesses needed. */
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly weakness: Weakness
}

/** zxcvbn's line for a stolen file behind a slow hash, which is what a stolen vault is. */
export const acceptedScore = 3

/** Characters as people count them. */
export function isLongEnough(password: string): boolean {
  return Array.from(normalisePassword(password)).length >= minPasswordLength
}

/** `words` are the person's own (shop, name): guessable. The word lists are loaded on first use (about 0.3 s). */
export async function guessPassword(password: string, words: readonly string[]): Promise<PasswordGuess> {
  const guesser = await loadGuesser()
  const result = guesser.check(normalisePassword(password), [...words])
  return { score: result.score, weakness: weaknessOf(result) }
}

/** Throws password-too-short or password-too-common. */
export async function assertPasswordAccepted(password: string, words: readonly string[]): Promise<void> {
  if (!isLongEnough(password)) throw new AppError('password-too-short', { field: 'password' })
  const { score } = await guessPassword(password, words)
  if (score < acceptedScore) throw new AppError('password-too-common', { field: 'password' })
}

let guesser: Promise<ZxcvbnFactory> | undefined

function loadGuesser(): Promise<ZxcvbnFactory> {
  guesser ??= makeGuesser()
  return guesser
}

async function makeGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Guesser }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new Guesser({
    graphs: common.adjacencyGraphs,
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      'phrases-zh': [...pinyinPhrases],
      'keyboard-zh': [...keyboardRuns],
      'numbers-zh': [...luckyNumbers],
      'lastnames-zh': [...surnames],
      'syllables-zh': [...pinyinSyllables],
    },
  })
}

/** Of the part that covers most of the password. */
function weaknessOf({ sequence }: ZxcvbnResult): Weakness {
  const known = sequence.filter(match => match.pattern !== 'bruteforce' && match.pattern !== 'separator')
  const covered = new Map<Weakness, number>()
  for (const match of known) {
    const weakness = weaknessOfMatch(match.pattern, String(match.dictionaryName ?? ''))
    covered.set(weakness, (covered.get(weakness) ?? 0) + match.token.length)
  }
  return [...covered].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 'none'
}

function weaknessOfMatch(pattern: string, dictionary: string): Weakness {
  if (pattern === 'spatial' || pattern === 'sequence' || dictionary === 'keyboard-zh') return 'keyboard'
  if (pattern === 'date' || pattern === 'regex') return 'dates'
  if (pattern === 'repeat') return 'repeats'
  if (/^(phrases|syllables)-zh$/.test(dictionary)) return 'pinyin'
  return /^(userInputs|lastnames|firstnames)/.test(dictionary) ? 'names' : 'common'
}
