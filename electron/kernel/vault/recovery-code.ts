import { randomInt } from 'node:crypto'
import { recoveryGroupCount, recoveryGroupLength } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolCount = recoveryGroupCount * recoveryGroupLength
const dataCount = symbolCount - 2

/** A new code as it is printed: 8 groups of 4, 150 random bits and 10 bits of checksum. */
export function newRecoveryCode(): string {
  const data = Array.from({ length: dataCount }, () => randomInt(32))
  return format([...data, ...checksum(data)])
}

/**
 * The code's bytes, from however it was typed: case, spaces and dashes do not matter, O is 0, I and L are 1.
 * A code that cannot be one throws wrong-recovery-code with reason `typo`; any one or two wrong characters are noticed.
 */
export function parseRecoveryCode(text: string): Buffer {
  const symbols = symbolsOf(text)
  const [first, second] = checksum(symbols.slice(0, dataCount))
  if (symbols.length !== symbolCount || symbols[dataCount] !== first || symbols[dataCount + 1] !== second) {
    throw wrongRecoveryCode('typo')
  }
  return Buffer.from(format(symbols).replaceAll('-', ''), 'latin1')
}

/** `typo`: it cannot be a code. `wrong`: it is one, of another vault or replaced since. */
export function wrongRecoveryCode(reason: 'typo' | 'wrong'): AppError {
  return new AppError('wrong-recovery-code', { field: 'recoveryCode', params: { reason } })
}

function format(symbols: readonly number[]): string {
  const text = symbols.map(symbol => alphabet[symbol]).join('')
  return (text.match(new RegExp(`.{${recoveryGroupLength}}`, 'g')) ?? []).join('-')
}

function symbolsOf(text: string): readonly number[] {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const symbols = typed.split('').map(character => alphabet.indexOf(character))
  return symbols.includes(-1) ? [] : symbols
}

/**
 * Two check symbols of a Reed-Solomon code over GF(32): the 30 data symbols and the two together sum to zero, plainly
 * and weighted by 30 different weights. Hence distance 3: one or two wrong symbols, or two swapped, never pass.
 */
function checksum(data: readonly number[]): readonly [number, number] {
  let plain = 0
  let weighted = 0
  let weight = 1
  for (const symbol of data) {
    plain ^= symbol
    weighted ^= multiply(weight, symbol)
    weight = multiply(weight, 2)
  }
  // the first check symbol has the 31st weight, the second one weighs nothing
  const first = divide(weighted, weight)
  return [first, plain ^ first]
}

/** In GF(32) with x^5 + x^2 + 1. */
function multiply(left: number, right: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit++) if ((right >> bit) & 1) product ^= left << bit
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}

function divide(dividend: number, divisor: number): number {
  for (let quotient = 0; quotient < 32; quotient++) if (multiply(quotient, divisor) === dividend) return quotient
  throw new Error('division by zero')
}
