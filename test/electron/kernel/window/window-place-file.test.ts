import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepWindowPlace, readWindowPlace } from '../../../../electron/kernel/window/window-place-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-place-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a kept place is read back', () => {
  const place = { x: 1, y: -2, width: 1200, height: 700, isMaximised: true }
  keepWindowPlace(join(folder, 'window.json'), place)

  expect(readWindowPlace(join(folder, 'window.json'))).toEqual(place)
})

test.each(['', '{', '[]', '{"x":"1"}', '{"x":1,"y":1,"width":0,"height":5,"isMaximised":false}'])(
  'a file that holds %j is no place',
  text => {
    writeFileSync(join(folder, 'window.json'), text)

    expect(readWindowPlace(join(folder, 'window.json'))).toBeNull()
  },
)

test('a place that cannot be kept stops nothing', () => {
  expect(() =>
    keepWindowPlace(join(folder, 'gone', 'window.json'), { x: 0, y: 0, width: 1, height: 1, isMaximised: false }),
  ).not.toThrow()
})
