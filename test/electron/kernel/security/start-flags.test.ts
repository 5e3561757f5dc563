import { expect, test } from 'vitest'
import { findRefusedFlags } from '../../../../electron/kernel/security/start-flags.ts'

test.each([
  '--no-sandbox',
  '--remote-debugging-port=9222',
  '--inspect',
  '--inspect-brk=0',
  '--disable-web-security',
  '--js-flags=--expose-gc',
])('%s is refused', flag => {
  expect(findRefusedFlags(['.', flag])).toHaveLength(1)
})

test('own switches and file names pass', () => {
  expect(findRefusedFlags(['--user-data-dir=/tmp/x', 'inspect', '--lang=zh-CN'])).toEqual([])
})
