import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../../../electron/kernel/log/log.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = (): Date => new Date('2026-01-02T03:04:05.678Z')
const read = (): Record<string, unknown>[] =>
  readFileSync(join(folder, 'logs', 'zhanggui-log.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)

test('a line holds time, event, counts and known words; other texts are taken out', () => {
  const log = createLog({ folder: join(folder, 'logs'), now })
  log.write('vault-locked', { reason: 'idle', count: 3, name: '王小明' })

  expect(read()).toEqual([
    { at: '2026-01-02T03:04:05.678Z', event: 'vault-locked', reason: 'idle', count: 3, name: '[redacted]' },
  ])
})

test('a bug is answered with the reference of its line, which does not hold its message', () => {
  const reference = createLog({ folder: join(folder, 'logs'), now }).bug('contacts.list', new Error('secret'))
  const [line] = read()

  expect(reference).toMatch(/^[0-9a-f]{8}$/)
  expect(line).toMatchObject({ event: 'bug', reference, where: 'contacts.list', error: 'Error' })
  expect(JSON.stringify(line)).not.toContain('secret')
})

test('a full file moves aside and three are kept', () => {
  const log = createLog({ folder, now, maxBytes: 200 })
  for (let n = 0; n < 40; n += 1) log.write('start', { n })

  expect(readdirSync(folder).toSorted()).toEqual(['zhanggui-log.1.txt', 'zhanggui-log.2.txt', 'zhanggui-log.txt'])
})

test('nothing is thrown when the log cannot be written', () => {
  writeFileSync(join(folder, 'file'), '')
  const log = createLog({ folder: join(folder, 'file'), now })

  expect(() => log.write('start')).not.toThrow()
  expect(log.bug('main', new Error('x'))).toMatch(/^[0-9a-f]{8}$/)
})
