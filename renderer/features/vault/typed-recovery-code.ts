import { recoveryGroupCount, recoveryGroupLength } from '../../../shared/features/vault/vault.ts'

export const recoveryCodeLength = recoveryGroupCount * recoveryGroupLength

/** The signs of a recovery code as they count: capitals, no spaces or dashes, O read as 0, I and L as 1. */
export function recoverySigns(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
}

/** The 8 groups of a code, in order. */
export function recoveryGroups(code: string): readonly string[] {
  const signs = recoverySigns(code)
  return Array.from({ length: recoveryGroupCount }, (_, group) =>
    signs.slice(group * recoveryGroupLength, (group + 1) * recoveryGroupLength),
  )
}

/** Two different group numbers (from 1), the lower first, that have to be typed back. */
export function pickGroups(random: () => number = Math.random): readonly [number, number] {
  const first = 1 + Math.floor(random() * recoveryGroupCount)
  const step = 1 + Math.floor(random() * (recoveryGroupCount - 1))
  const second = 1 + ((first - 1 + step) % recoveryGroupCount)
  return first < second ? [first, second] : [second, first]
}
