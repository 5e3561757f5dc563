import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findChromium } from '../../build/setup/find-chromium.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  return path
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-browser-'))
  folders.push(folder)
  return folder
}

test('CHROMIUM_PATH wins over every other browser', () => {
  const own = newFile(join(newFolder(), 'chrome'))

  expect(findChromium({ CHROMIUM_PATH: own })).toBe(own)
})

test('a CHROMIUM_PATH without a program is no browser, rather than another one', () => {
  expect(findChromium({ CHROMIUM_PATH: join(newFolder(), 'none') })).toBe(null)
})

test('the newest of the downloaded browsers is taken', () => {
  const folder = newFolder()
  newFile(join(folder, 'chromium-999', 'chrome-linux', 'chrome'))
  const newest = newFile(join(folder, 'chromium-1200', 'chrome-linux64', 'chrome'))

  expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: folder }, 'linux')).toBe(newest)
})
