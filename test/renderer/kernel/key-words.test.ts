import { expect, test } from 'vitest'
import { keyWords, splitKeys } from '../../../renderer/kernel/key-words.ts'

test('keys are drawn as the system prints them', () => {
  expect(keyWords('find', 'win')).toEqual(['Ctrl', 'K'])
  expect(keyWords('find', 'mac')).toEqual(['⌘', 'K'])
  expect(splitKeys('Ctrl+Shift+N', 'win')).toEqual(['Ctrl', 'Shift', 'N'])
  expect(splitKeys('Alt+PageDown', 'win')).toEqual(['Alt', 'PgDn'])
  expect(splitKeys('Ctrl+-', 'win')).toEqual(['Ctrl', '−'])
})

test('a command without keys shows none', () => {
  expect(keyWords('import', 'win')).toEqual([])
})
