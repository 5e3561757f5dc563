import { expect, test } from 'vitest'
import { createCrashCounter } from '../../../../electron/kernel/window/crash-counter.ts'

test('a page is not opened again after the third fall within a minute', () => {
  let now = 0
  const counter = createCrashCounter(() => now)
  const falls = [0, 10_000, 20_000].map(at => {
    now = at
    return counter.mayReopen()
  })

  expect(falls).toEqual([true, true, false])
})

test('falls that are far apart do not add up', () => {
  let now = 0
  const counter = createCrashCounter(() => now)
  const falls = [0, 61_000, 122_000, 183_000].map(at => {
    now = at
    return counter.mayReopen()
  })

  expect(falls).toEqual([true, true, true, true])
})
