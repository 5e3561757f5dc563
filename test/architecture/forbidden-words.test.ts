import { expect, test } from 'vitest'
import { readSources } from './source-tree.ts'

const sources = readSources('shared', 'electron', 'renderer')

function filesWith(pattern: RegExp, allowed: RegExp): string[] {
  return sources.filter(file => pattern.test(file.text) && !allowed.test(file.path)).map(file => file.path)
}

test('keys, attached databases and copies by the driver are handled in one place only', () => {
  expect(
    filesWith(
      /pragma\([^)]*\b(re)?key\b|\.key\(|\bATTACH (DATABASE\b|['?])|\.serialize\(|\.backup\(/i,
      /^electron\/kernel\/vault\/open-connection\.ts$/,
    ),
  ).toEqual([])
})

test('bare ipcMain stands in one file', () => {
  expect(filesWith(/ipcMain\.(on|once|handle|handleOnce)\b/, /^electron\/kernel\/ipc\/main-ipc\.ts$/)).toEqual([])
})

test('ipcRenderer stands in the preload only', () => {
  expect(filesWith(/\bipcRenderer\b/, /^electron\/preload\.ts$/)).toEqual([])
})

test('external programs are started nowhere but by the link module', () => {
  expect(filesWith(/openExternal|openPath|child_process/, /^electron\/kernel\/security\/external-links\.ts$/)).toEqual([])
})

test('no raw html is put into the page and nothing is evaluated', () => {
  expect(filesWith(/dangerouslySetInnerHTML|innerHTML\s*=|\beval\(|new Function\(/, /^$/)).toEqual([])
})
