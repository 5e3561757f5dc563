import { expect, test } from 'vitest'
import { commandIds } from '../../../../shared/features/app/app-state.ts'
import { allKeysOf } from '../../../../shared/features/app/shortcuts.ts'

test.each(['win', 'mac'] as const)('no two commands share a key on %s', platform => {
  const keys = commandIds.flatMap(id => allKeysOf(id, platform))

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('no key is one that input methods take', () => {
  const taken = /^(Ctrl\+Space|Ctrl\+\.|Ctrl\+Shift\+(F|A|B|E|K|M|S|Z|Space)|Alt\+A|Ctrl\+Alt\+[A-Z])$/
  const keys = commandIds.flatMap(id => allKeysOf(id, 'win'))

  expect(keys.filter(key => taken.test(key))).toEqual([])
})

test('no key is a single letter or digit', () => {
  const keys = commandIds.flatMap(id => [...allKeysOf(id, 'win'), ...allKeysOf(id, 'mac')])

  expect(keys.filter(key => /^(Shift\+)?[A-Z0-9]$/.test(key))).toEqual([])
})
