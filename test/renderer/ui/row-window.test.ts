import { expect, test } from 'vitest'
import { moveWindow, noRows, type RowWindow } from '../../../renderer/ui/row-window.ts'

const count = 100_000
const at = (before: RowWindow, top: number, rows = count) => moveWindow(before, { top, fitting: 12, count: rows })

test('the rows on screen and four beyond each edge are drawn, none beyond the ends', () => {
  expect(at(noRows, 0)).toMatchObject({ first: 0, places: Array.from({ length: 20 }, (_, n) => n) })
  expect(at(noRows, 500).first).toBe(496)
  expect(at(noRows, count - 12).first).toBe(count - 20)
  expect(at(noRows, 0, 5).places).toHaveLength(5)
  expect(at(noRows, 40, 0).places).toEqual([])
})

test('nothing changes while the same rows are on screen', () => {
  const before = at(noRows, 500)

  expect(at(before, 500)).toBe(before)
})

test('downwards, rows that go give their places to those that come, at the end', () => {
  const before = at(noRows, 500)
  const after = at(before, 503)

  expect(after.places).toEqual([...before.places.slice(3), ...before.places.slice(0, 3)])
})

test('upwards, rows that stay keep places and order', () => {
  const before = at(noRows, 500)
  const after = at(before, 497)

  expect(after.places.slice(3)).toEqual(before.places.slice(0, -3))
  expect(new Set(after.places).size).toBe(20)
})

test('far away, every place gets another row and none is moved', () => {
  const before = at(at(noRows, 500), 503)

  expect(at(before, 40_000).places).toEqual(before.places)
  expect(at(before, 3).places).toEqual(before.places)
})

test('no place is drawn twice, wherever a list of changing length is scrolled', () => {
  let window: RowWindow = noRows
  for (let step = 0; step < 400; step += 1) {
    const rows = step % 7 === 0 ? step * 3 : 900
    window = moveWindow(window, { top: (step * 37) % 900, fitting: 8 + (step % 5), count: rows })

    expect(new Set(window.places).size).toBe(window.places.length)
    expect(window.first + window.places.length).toBeLessThanOrEqual(rows)
  }
})
