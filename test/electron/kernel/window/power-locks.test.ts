import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { expect, test } from 'vitest'
import { lockWithSystem } from '../../../../electron/kernel/window/power-locks.ts'

test.each([
  ['suspend', ['suspend']],
  ['lock-screen', ['screen-lock']],
  ['user-did-resign-active', ['screen-lock']],
  ['shutdown', ['quit']],
  ['resume', ['looked at']],
  ['unlock-screen', ['looked at']],
])('%s leads to %j', (event, expected) => {
  const told: string[] = []
  const monitor = new EventEmitter()
  // only `on` is used
  lockWithSystem(
    monitor as unknown as PowerMonitor,
    reason => told.push(reason),
    () => told.push('looked at'),
  )
  monitor.emit(event)

  expect(told).toEqual(expected)
})
