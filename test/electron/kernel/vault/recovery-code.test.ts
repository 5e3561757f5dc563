import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecoveryCode, parseRecoveryCode, wrongRecoveryCode } from '../../../../electron/kernel/vault/recovery-code.ts'
import { errorOf } from './vault-bench.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc.constant(null).map(newRecoveryCode)
const position = fc.integer({ min: 0, max: 31 })
const symbol = fc.constantFrom(...alphabet.split(''))

function isAccepted(text: string): boolean {
  try {
    parseRecoveryCode(text)
    return true
  } catch {
    return false
  }
}

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1)
}

test('a new code is 8 groups of 4 without I, L, O, U', () => {
  fc.assert(fc.property(code, text => /^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/.test(text)))
})

test('codes do not repeat and use every symbol everywhere', () => {
  const codes = Array.from({ length: 2000 }, () => newRecoveryCode().replaceAll('-', ''))

  expect(new Set(codes).size).toBe(2000)
  for (let index = 0; index < 32; index++) expect(new Set(codes.map(text => text[index])).size).toBe(32)
})

test('a code is taken however it is typed', () => {
  fc.assert(
    fc.property(code, fc.infiniteStream(fc.nat(5)), (text, choices) => {
      const spoil = (character: string): string => {
        const choice = choices.next().value
        if (character === '-') return ['', ' ', '-', '—', ' - ', '\n'][choice] ?? ''
        if (character === '0' && choice < 3) return choice === 0 ? 'o' : 'O'
        if (character === '1' && choice < 4) return ['i', 'I', 'l', 'L'][choice] ?? '1'
        return choice % 2 === 0 ? character : character.toLowerCase()
      }
      const typed = ` ${Array.from(text, spoil).join('')} `
      return parseRecoveryCode(typed).equals(parseRecoveryCode(text))
    }),
  )
})

test('full-width characters of an input method are taken', () => {
  const text = newRecoveryCode()
  const wide = Array.from(text, character =>
    character === '-' ? '－' : String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  ).join('')

  expect(parseRecoveryCode(wide).equals(parseRecoveryCode(text))).toBe(true)
})

test('any one or two wrong characters are noticed as a typo', () => {
  fc.assert(
    fc.property(code, position, symbol, position, symbol, (text, first, a, second, b) => {
      const plain = text.replaceAll('-', '')
      const typed = replaceAt(replaceAt(plain, first, a), second, b)
      return isAccepted(typed) === (typed === plain)
    }),
    { numRuns: 3000 },
  )
})

test('any two swapped characters are noticed as a typo', () => {
  fc.assert(
    fc.property(code, position, position, (text, first, second) => {
      const plain = text.replaceAll('-', '')
      const typed = replaceAt(replaceAt(plain, first, plain[second] ?? ''), second, plain[first] ?? '')
      return isAccepted(typed) === (typed === plain)
    }),
    { numRuns: 3000 },
  )
})

test('text that is no code is a typo of the field, and a code of another vault is wrong', async () => {
  for (const text of ['', '0', 'U'.repeat(32), newRecoveryCode().slice(1), `${newRecoveryCode()}0`, '云记'.repeat(16)]) {
    const error = await errorOf(() => parseRecoveryCode(text))
    expect([error.code, error.details]).toEqual(['wrong-recovery-code', { field: 'recoveryCode', params: { reason: 'typo' } }])
  }
  expect(wrongRecoveryCode('wrong').details.params).toEqual({ reason: 'wrong' })
})
