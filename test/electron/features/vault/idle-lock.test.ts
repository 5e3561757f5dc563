import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createIdleLock } from '../../../../electron/features/vault/idle-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch(minutes = 10) {
  const state = { minutes, slept: 0, warnings: [] as number[], locks: 0 }
  const begin = Date.now()
  const idle = createIdleLock({
    monotonicMs: () => Date.now() - begin + state.slept,
    idleMinutes: () => state.minutes,
    onWarning: seconds => state.warnings.push(seconds),
    onIdle: () => {
      state.locks += 1
    },
  })
  idle.start()
  return { state, idle }
}

test('it warns 30 seconds before and locks when the time is up', () => {
  const { state } = watch()
  vi.advanceTimersByTime(9.5 * 60_000 - 1)
  expect(state.warnings).toEqual([])

  vi.advanceTimersByTime(1)
  expect(state.warnings).toEqual([30])
  vi.advanceTimersByTime(29_999)
  expect(state.locks).toBe(0)

  vi.advanceTimersByTime(1)
  expect(state.locks).toBe(1)
})

test('activity starts the time anew', () => {
  const { state, idle } = watch()
  for (let minute = 0; minute < 60; minute += 1) {
    vi.advanceTimersByTime(60_000)
    idle.noteActivity()
  }

  expect(state).toMatchObject({ warnings: [], locks: 0 })
})

test('activity after the warning calls it off', () => {
  const { state, idle } = watch()
  vi.advanceTimersByTime(9.6 * 60_000)
  idle.noteActivity()
  vi.advanceTimersByTime(9 * 60_000)

  expect(state).toMatchObject({ warnings: [30, 0], locks: 0 })
})

test('time that passed while the computer slept counts when it resumes', () => {
  const { state, idle } = watch()
  state.slept = 11 * 60_000
  idle.check()

  expect(state.locks).toBe(1)
})

test('a movement after a long sleep does not call off a lock that is due', () => {
  const { state, idle } = watch()
  state.slept = 11 * 60_000
  idle.noteActivity()

  expect(state.locks).toBe(1)
})

test('a shorter time holds at once when it is checked', () => {
  const { state, idle } = watch()
  vi.advanceTimersByTime(3 * 60_000)
  state.minutes = 2
  idle.check()

  expect(state.locks).toBe(1)
})

test('a changed time is noticed within ten seconds without being told', () => {
  const { state } = watch()
  vi.advanceTimersByTime(3 * 60_000)
  state.minutes = 2
  vi.advanceTimersByTime(10_000)

  expect(state.locks).toBe(1)
})

test('nothing happens after it was stopped, and it locks once', () => {
  const { state, idle } = watch()
  idle.stop()
  vi.advanceTimersByTime(60 * 60_000)
  idle.noteActivity()
  expect(state).toMatchObject({ warnings: [], locks: 0 })

  idle.start()
  vi.advanceTimersByTime(60 * 60_000)
  expect(state.locks).toBe(1)
})
