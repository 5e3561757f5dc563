import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearUpAfterMs, clearUpLater } from '../../../../electron/kernel/host/clear-up-later.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(isOpen: boolean, clearUp: () => void): readonly unknown[] {
  const bugs: unknown[] = []
  clearUpLater({ isStillOpen: () => isOpen, clearUp, logBug: error => bugs.push(error) })
  return bugs
}

test('clearing up is done once, some time after the vault was opened', () => {
  const clearUp = vi.fn<() => void>()
  start(true, clearUp)

  vi.advanceTimersByTime(clearUpAfterMs - 1)
  expect(clearUp).not.toHaveBeenCalled()
  vi.advanceTimersByTime(clearUpAfterMs * 3)
  expect(clearUp).toHaveBeenCalledOnce()
})

test('nothing is cleared up when the vault was locked meanwhile', () => {
  const clearUp = vi.fn<() => void>()
  start(false, clearUp)
  vi.advanceTimersByTime(clearUpAfterMs)

  expect(clearUp).not.toHaveBeenCalled()
})

test('a failure is logged', () => {
  const failure = new Error('disk full')
  const bugs = start(true, () => {
    throw failure
  })
  vi.advanceTimersByTime(clearUpAfterMs)

  expect(bugs).toEqual([failure])
})
