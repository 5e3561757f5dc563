import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseLocale, openPreferences } from '../../../../electron/features/app/preferences-file.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-preferences-'))
  file = join(folder, 'preferences.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function open(systemLanguages = ['en-GB']) {
  const damages: number[] = []
  return { ...openPreferences({ file, systemLanguages, onDamaged: () => damages.push(1) }), damages }
}

test('defaults hold and no file is written when there is none', () => {
  expect(open(['zh-TW', 'en']).get()).toMatchObject({ locale: 'zh-CN', theme: 'system', zoom: 100, idleMinutes: 10 })
  expect(existsSync(file)).toBe(false)
})

test('a change is kept for the next start, and only that', () => {
  open().change({ theme: 'dark', zoom: 125 })
  const next = open(['zh-CN'])

  expect(next.get()).toMatchObject({ theme: 'dark', zoom: 125, density: 'default', locale: 'en' })
})

test.each(['', 'not json', '[]', '"text"', 'null', '{"theme":'])('a file that holds %j is kept aside and defaults hold', text => {
  writeFileSync(file, text)
  const opened = open()

  expect(opened.get()).toMatchObject({ theme: 'system' })
  expect(opened.damages).toHaveLength(1)
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
})

test('single values that do not fit fall to their defaults, unknown ones are dropped', () => {
  writeFileSync(file, JSON.stringify({ theme: 'dark', zoom: 900, idleMinutes: '10', later: true }))
  const opened = open()

  expect(opened.get()).toMatchObject({ theme: 'dark', zoom: 100, idleMinutes: 10 })
  expect(Object.keys(opened.get())).not.toContain('later')
  expect(opened.damages).toEqual([])
})

test('nothing changes when the file cannot be written', () => {
  const opened = openPreferences({ file: join(folder, 'gone', 'p.json'), systemLanguages: [], onDamaged: () => undefined })

  expect(() => opened.change({ theme: 'dark' })).toThrow()
  expect(opened.get().theme).toBe('system')
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  [['zh-Hans-CN'], 'zh-CN'],
  [['zh_TW'], 'zh-CN'],
  [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
  [['fr', 'en-US', 'zh'], 'en'],
  [['zhu'], 'en'],
  [[], 'en'],
] as const)('the first language is chosen of %j', (languages, locale) => {
  expect(chooseLocale(languages)).toBe(locale)
})
