import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPreparedCode } from '../../../../electron/features/vault/prepared-code.ts'
import { newRecoveryCode } from '../../../../electron/kernel/vault/recovery-code.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const code = 'AAAA-B0B1-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH'
const right = { first: 2, firstText: 'B0B1', second: 7, secondText: 'GGGG' }

function prepared() {
  const made = createPreparedCode(() => code)
  made.prepare()
  return made
}

test('the code is given when both groups were typed right', () => {
  expect(prepared().confirm(right)).toBe(code)
})

test.each(['b0b1', ' B0 B1 ', 'bobi', 'BOBL', 'Ｂ０Ｂ１', 'b0-b1', 'b0—b1'])(
  'a group counts when it is typed as %j',
  firstText => {
    expect(prepared().confirm({ ...right, firstText })).toBe(code)
  },
)

test.each([
  [{ firstText: 'B0B2' }, 'wrong-recovery-code', 'confirm.firstText'],
  [{ firstText: '' }, 'wrong-recovery-code', 'confirm.firstText'],
  [{ secondText: 'HHHH' }, 'wrong-recovery-code', 'confirm.secondText'],
  [{ second: 2, secondText: 'B0B1' }, 'invalid-input', 'confirm.second'],
])('%j is refused with its field', (changes, errorCode, field) => {
  expect(() => prepared().confirm({ ...right, ...changes })).toThrow(
    expect.objectContaining({ code: errorCode, details: { field } }),
  )
})

test('a wrong group can be typed again, and the code stays until it is forgotten', () => {
  const made = prepared()
  expect(() => made.confirm({ ...right, firstText: 'X' })).toThrow()
  expect(made.confirm(right)).toBe(code)

  made.forget()
  expect(() => made.confirm(right)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('a code that was printed is still the code after a long walk to the printer', () => {
  const made = prepared()
  vi.advanceTimersByTime(8 * 60 * 60_000)

  expect(made.confirm(right)).toBe(code)
})

test('each new code replaces the one before', () => {
  const made = createPreparedCode(newRecoveryCode)
  const first = made.prepare().split('-')
  made.prepare()

  expect(() => made.confirm({ first: 1, firstText: first[0] ?? '', second: 2, secondText: first[1] ?? '' })).toThrow(
    expect.objectContaining({ code: 'wrong-recovery-code' }),
  )
})
