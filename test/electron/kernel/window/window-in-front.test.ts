import { expect, test } from 'vitest'
import { createWindowInFront } from '../../../../electron/kernel/window/window-in-front.ts'
import { FakeWindow } from '../../../helpers/fake-window.ts'

test('in front is the window with the focus, else the one that had it last, else the first', () => {
  const [main, second] = [new FakeWindow(1), new FakeWindow(2)]
  let windows = [main, second]
  const inFront = createWindowInFront(() => windows.map(window => window.asWindow))
  const seen = [inFront.current()?.id]
  second.hasFocus = true
  inFront.noteFocus(second.asWindow)
  seen.push(inFront.current()?.id)
  second.hasFocus = false
  seen.push(inFront.current()?.id)
  windows = [main]
  seen.push(inFront.current()?.id)
  windows = []
  seen.push(inFront.current()?.id)

  expect(seen).toEqual([1, 2, 2, 1, undefined])
})
