import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile } from '../../../../electron/kernel/host/replace-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-replace-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is replaced whole, for its owner only, and nothing is left beside it', () => {
  const file = join(folder, 'a.json')
  replaceFile(file, 'a longer first text')
  replaceFile(file, '掌柜')

  expect(readFileSync(file, 'utf8')).toBe('掌柜')
  expect(readdirSync(folder)).toEqual(['a.json'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('the old file stays and no other is left when the new one cannot take its place', () => {
  mkdirSync(join(folder, 'taken', 'inside'), { recursive: true })

  expect(() => replaceFile(join(folder, 'taken'), 'text')).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})
