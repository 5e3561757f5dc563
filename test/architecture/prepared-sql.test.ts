import { expect, test } from 'vitest'
import { readSources } from './source-tree.ts'

test('no limit, LIKE or GLOB is a bare parameter, for which SQLite would prepare the statement anew each time it runs', () => {
  const bare = readSources('electron').filter(file => /\b(?:LIMIT|LIKE|GLOB) \?/.test(file.text))

  expect(bare.map(file => file.path)).toEqual([])
})
