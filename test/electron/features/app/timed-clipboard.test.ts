import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTimedClipboard } from '../../../../electron/features/app/timed-clipboard.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function clipboard() {
  const system = { text: '' }
  const bugs: unknown[] = []
  const timed = createTimedClipboard(
    {
      readText: () => Promise.resolve(system.text),
      writeText: text => {
        system.text = text
        return Promise.resolve()
      },
      clear: () => {
        system.text = ''
      },
    },
    error => bugs.push(error),
  )
  return { system, timed, bugs }
}

test('what was copied is cleared after 60 seconds', async () => {
  const { system, timed } = clipboard()
  await timed.copy('13800138000')
  await vi.advanceTimersByTimeAsync(59_900)
  expect(system.text).toBe('13800138000')

  await vi.advanceTimersByTimeAsync(200)
  expect(system.text).toBe('')
})

test('the minute begins anew with each copy', async () => {
  const { system, timed } = clipboard()
  await timed.copy('first')
  await vi.advanceTimersByTimeAsync(40_000)
  await timed.copy('second')
  await vi.advanceTimersByTimeAsync(40_000)
  expect(system.text).toBe('second')

  await vi.advanceTimersByTimeAsync(20_100)
  expect(system.text).toBe('')
})

test('a lock clears it at once', async () => {
  const { system, timed } = clipboard()
  await timed.copy('13800138000')
  await timed.clearOwn()

  expect(system.text).toBe('')
})

test('what somebody else copied meanwhile stays', async () => {
  const { system, timed } = clipboard()
  await timed.copy('13800138000')
  system.text = 'a shopping list'
  await vi.advanceTimersByTimeAsync(61_000)
  await timed.clearOwn()

  expect(system.text).toBe('a shopping list')
})

test('nothing is cleared twice or without a copy', async () => {
  const { system, timed } = clipboard()
  await timed.copy('x')
  await timed.clearOwn()
  system.text = 'x'
  await timed.clearOwn()

  expect(system.text).toBe('x')
})
