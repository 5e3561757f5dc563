import { expect, test } from 'vitest'
import { placeContactWindow, placeWindow } from '../../../../electron/kernel/window/window-place.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: -200, width: 2560, height: 1400 }

test('the first time the window stands in the middle of the first display', () => {
  expect(placeWindow(null, [screen, second])).toEqual({
    x: 320,
    y: 120,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 680,
  })
})

test('it comes back to its last place, also on a second display', () => {
  const last = { x: 2500, y: 100, width: 1400, height: 900, isMaximised: false }

  expect(placeWindow(last, [screen, second])).toMatchObject({ x: 2500, y: 100, width: 1400, height: 900 })
})

test('it comes back to the first display when the second one is gone', () => {
  const last = { x: 2500, y: 100, width: 1400, height: 900, isMaximised: false }

  expect(placeWindow(last, [screen])).toMatchObject({ x: 260, y: 70, width: 1400, height: 900 })
})

test.each([
  ['above the display', { x: 100, y: -30 }],
  ['below the display', { x: 100, y: 1030 }],
  ['left of it but for a strip', { x: -1320, y: 100 }],
])('it stands in the middle when its title bar is %s', (_where, corner) => {
  expect(placeWindow({ ...corner, width: 1400, height: 900, isMaximised: false }, [screen])).toMatchObject({ x: 260, y: 70 })
})

test('it is moved wholly onto the display when it reached beyond it', () => {
  const last = { x: 1500, y: 500, width: 1400, height: 900, isMaximised: false }

  expect(placeWindow(last, [screen])).toMatchObject({ x: 520, y: 140, width: 1400, height: 900 })
})

test('both the window and its least size shrink to a small work area', () => {
  const last = { x: 0, y: 0, width: 1920, height: 1040, isMaximised: true }

  expect(placeWindow(last, [{ x: 0, y: 30, width: 1000, height: 560 }])).toEqual({
    x: 0,
    y: 30,
    width: 1000,
    height: 560,
    minWidth: 1000,
    minHeight: 560,
  })
})

test('it is never smaller than the least size', () => {
  const last = { x: 10, y: 10, width: 200, height: 100, isMaximised: false }

  expect(placeWindow(last, [screen])).toMatchObject({ width: 1024, height: 680 })
})

test("a customer's window lies over the main one, each further one a little lower and to the right", () => {
  const main = { x: 320, y: 120, width: 1280, height: 800 }

  expect(placeContactWindow(main, screen, 0)).toEqual({
    x: 352,
    y: 152,
    width: 720,
    height: 680,
    minWidth: 480,
    minHeight: 400,
  })
  expect(placeContactWindow(main, screen, 1)).toMatchObject({ x: 384, y: 184 })
  expect(placeContactWindow(main, screen, 6)).toMatchObject({ x: 352, y: 152 })
})

test.each([
  ['a main window at the far corner', { x: 1800, y: 1000, width: 1280, height: 800 }, screen],
  ['a display smaller than the window', { x: 0, y: 0, width: 640, height: 360 }, { x: 0, y: 20, width: 640, height: 360 }],
  ['a display to the left', { x: -1920, y: 0, width: 1920, height: 1040 }, { x: -1920, y: 0, width: 1920, height: 1040 }],
])("a customer's window is wholly on its display with %s", (_name, main, area) => {
  const { x, y, width, height, minWidth } = placeContactWindow(main, area, 5)

  expect(x).toBeGreaterThanOrEqual(area.x)
  expect(y).toBeGreaterThanOrEqual(area.y)
  expect(x + width).toBeLessThanOrEqual(area.x + area.width)
  expect(y + height).toBeLessThanOrEqual(area.y + area.height)
  expect(minWidth).toBeLessThanOrEqual(width)
})
