import { expect, test } from 'vitest'
import { platformName } from '../../../renderer/kernel/platform.ts'

test('the system is read from what the engine says of itself', () => {
  expect(platformName('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('darwin')
  expect(platformName('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('win32')
  expect(platformName('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux')
})
