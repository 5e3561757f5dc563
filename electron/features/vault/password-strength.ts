import type { PasswordStrength } from '../../../shared/features/vault/vault.ts'
import { acceptedScore, guessPassword, isLongEnough } from '../../kernel/vault/password-guess.ts'

/** How good a password is, with the person's own words counted as guessable. Loads its word lists on first use. */
export async function measurePassword(password: string, words: readonly string[]): Promise<PasswordStrength> {
  const { score, weakness } = await guessPassword(password, words)
  if (!isLongEnough(password)) {
    return { score: Math.min(score, acceptedScore - 1), accepted: false, reason: 'too-short', hint: 'length' }
  }
  if (score < acceptedScore) return { score, accepted: false, reason: 'too-common', hint: weakness }
  return { score, accepted: true, reason: 'ok', hint: score === 4 ? 'none' : weakness }
}
