import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBackoff } from '../../../../electron/kernel/vault/backoff.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { fakeBackoffClock, tempFolder } from './vault-bench.ts'

function bench() {
  const path = join(tempFolder(), 'vault.attempts')
  const clock = fakeBackoffClock()
  return { path, clock, reopen: () => openBackoff(systemFs, path, clock) }
}

function failTimes(times: number, backoff: ReturnType<typeof openBackoff>): void {
  for (let index = 0; index < times; index++) backoff.recordTry()
}

test('tries 1 to 3 are free and 4 to 13 wait 1, 2, 4 … 256, then 300 seconds', () => {
  const { clock, reopen } = bench()
  const waits: number[] = []
  for (let attempt = 1; attempt <= 14; attempt++) {
    const wait = reopen().waitSeconds()
    waits.push(wait)
    clock.pass(wait)
    expect(reopen().waitSeconds()).toBe(0)
    reopen().recordTry()
  }

  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
})

test('the wait runs down with time and ends to the second', () => {
  const { clock, reopen } = bench()
  failTimes(7, reopen())
  clock.pass(9.5)
  expect(reopen().waitSeconds()).toBe(7)
  clock.pass(6.4)
  expect(reopen().waitSeconds()).toBe(1)
  clock.pass(0.1)

  expect(reopen().waitSeconds()).toBe(0)
})

test.each([
  ['a day ahead', '2026-05-02T10:00:00Z'],
  ['ten years ahead', '2036-05-01T10:00:00Z'],
  ['a day back', '2026-04-30T10:00:00Z'],
  ['ten years back', '2016-05-01T10:00:00Z'],
])('the wait is as long as before when the clock is set %s', (_, wall) => {
  const { clock, reopen } = bench()
  failTimes(10, reopen())
  clock.pass(28)
  clock.setWall(new Date(wall))
  expect(reopen().waitSeconds()).toBe(100)
  clock.pass(100)

  expect(reopen().waitSeconds()).toBe(0)
})

test('restarting the computer does not shorten the wait, and it still ends', () => {
  const { clock, reopen } = bench()
  failTimes(10, reopen())
  clock.restart()
  clock.setWall(new Date('2040-01-01T00:00:00Z'))
  expect(reopen().waitSeconds()).toBe(128)
  clock.pass(60)
  expect(reopen().waitSeconds()).toBe(68)
  clock.pass(68)

  expect(reopen().waitSeconds()).toBe(0)
})

test('the right password ends the count', () => {
  const { reopen } = bench()
  failTimes(12, reopen())
  reopen().reset()
  failTimes(2, reopen())

  expect(reopen().waitSeconds()).toBe(0)
})

test('a damaged file counts as the free tries being used up, and nobody is shut out', () => {
  const { path, clock, reopen } = bench()
  for (const content of ['', '{', 'null', '{"version":1,"tries":-5}', '\u0000'.repeat(40)]) {
    writeFileSync(path, content)
    clock.pass(5)
    expect(reopen().waitSeconds()).toBe(0)
    reopen().recordTry()
    expect(reopen().waitSeconds()).toBe(2)
  }
})

test('nothing of the password or the person is kept', () => {
  const { path, reopen } = bench()
  reopen().recordTry()

  expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).toSorted()).toEqual(['at', 'tries', 'uptime', 'version'])
})
