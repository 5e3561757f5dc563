import { expect, test } from 'vitest'
import { createWindowKeeper, type WindowKeeperPorts } from '../../../../electron/kernel/window/window-keeper.ts'
import { FakeWindow } from '../../../helpers/fake-window.ts'

function keep(ports: Partial<WindowKeeperPorts> = {}) {
  const windows: FakeWindow[] = []
  const told: string[] = []
  const keeper = createWindowKeeper({
    open: () => {
      const window = new FakeWindow()
      windows.push(window)
      return window.asWindow
    },
    monotonicMs: () => 0,
    mayClose: () => true,
    onClosed: () => void told.push('closed'),
    onMinimised: () => void told.push('minimised'),
    onPageGone: reason => void told.push(reason),
    onHopeless: () => void told.push('hopeless'),
    onHang: () => Promise.resolve(true),
    ...ports,
  })
  keeper.show()
  const [window] = windows
  if (window === undefined) throw new Error('show opens a window')
  return { keeper, window, windows, told }
}

test('one window is opened, then brought to the front, and opened again after it was closed', () => {
  const { keeper, window, windows, told } = keep()
  keeper.show()
  expect(windows).toHaveLength(1)
  expect(window.did).toEqual(['restore', 'focus', 'restore', 'focus'])

  window.emit('closed')
  expect(keeper.listening()).toEqual([])
  expect(told).toEqual(['closed'])
  keeper.show()
  expect(windows).toHaveLength(2)
})

test('the window stays open while it may not close', () => {
  let prevented = 0
  const event = {
    preventDefault: () => {
      prevented += 1
    },
  }
  keep({ mayClose: () => false }).window.emit('close', event)
  keep().window.emit('close', event)

  expect(prevented).toBe(1)
})

test('a page that fell over is told and loaded once, also when the lock wants its content dropped', () => {
  const { keeper, window, told } = keep({ onPageGone: () => keeper.dropContent() })
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })

  expect(window.webContents.did).toEqual(['reload'])
  expect(told).toEqual([])
})

test('a page that falls over again and again is given up', () => {
  const { window, told } = keep()
  for (let fall = 0; fall < 3; fall += 1) window.webContents.emit('render-process-gone', {}, { reason: 'oom' })

  expect(told).toEqual(['oom', 'oom', 'oom', 'hopeless'])
  expect(window.webContents.did).toEqual(['reload', 'reload'])
})

test('a page that ended as it should is no crash', () => {
  const { window, told } = keep()
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })

  expect(told).toEqual([])
})

test('a page that hangs is ended when the person says so, and waited for otherwise', async () => {
  const ended = keep().window
  const waited = keep({ onHang: () => Promise.resolve(false) }).window
  ended.emit('unresponsive')
  waited.emit('unresponsive')
  await expect.poll(() => ended.webContents.did).toEqual(['end page'])

  expect(waited.webContents.did).toEqual([])
})

test('events reach the window and its content is dropped on demand', () => {
  const { keeper, window, told } = keep()
  for (const listening of keeper.listening()) listening.send('crm:event', 'a', 1)
  keeper.dropContent()
  keeper.hide()
  window.emit('minimize')

  expect(keeper.listening().map(({ id }) => id)).toEqual([7])
  expect(window.webContents.did).toEqual(['["crm:event","a",1]', 'reload'])
  expect(window.did.at(-1)).toBe('hide')
  expect(told).toEqual(['minimised'])
})
