import { expect, test } from 'vitest'
import { contactWindowUrl } from '../../../../electron/kernel/window/contact-window-address.ts'
import {
  type ContactWindowPorts,
  createContactWindows,
  mostContactWindows,
} from '../../../../electron/kernel/window/contact-windows.ts'
import { FakeWindow } from '../../../helpers/fake-window.ts'

function keep(ports: Partial<ContactWindowPorts> = {}) {
  const opened: { readonly id: string; readonly place: number; readonly window: FakeWindow }[] = []
  const told: string[] = []
  const windows = createContactWindows({
    open: (id, place) => {
      const window = new FakeWindow(100 + opened.length)
      opened.push({ id, place, window })
      return window.asWindow
    },
    onPageGone: reason => void told.push(reason),
    onHang: () => Promise.resolve(true),
    ...ports,
  })
  const windowOf = (id: string): FakeWindow => {
    const window = opened.find(one => one.id === id)?.window
    if (window === undefined) throw new Error('nothing was opened for it')
    return window
  }
  return { windows, opened, told, windowOf }
}

test('a customer has one window, which comes to the front when it is asked for again', () => {
  const { windows, opened, windowOf } = keep()
  windows.show('one')
  windows.show('two')
  windows.show('one')

  expect(opened.map(({ id, place }) => [id, place])).toEqual([
    ['one', 0],
    ['two', 1],
  ])
  expect(windowOf('one').did).toEqual(['restore', 'focus'])
  expect(windows.listening().map(({ id }) => id)).toEqual([100, 101])
})

test('a window that went on to another customer is the window of that one', () => {
  const { windows, opened, windowOf } = keep()
  windows.show('one')
  windowOf('one').webContents.url = contactWindowUrl('two')
  windows.show('two')
  windows.show('one')

  expect(opened.map(({ id }) => id)).toEqual(['one', 'one'])
})

test('more than a person can look at are refused, until one is closed', () => {
  const { windows, windowOf } = keep()
  for (let n = 0; n < mostContactWindows; n += 1) windows.show(`${n}`)

  expect(() => windows.show('more')).toThrow(expect.objectContaining({ code: 'too-many' }))
  windowOf('3').emit('closed')
  windows.show('more')
  expect(windows.all()).toHaveLength(mostContactWindows)
})

test('all close at once, and the next ones begin at the first place again', () => {
  const { windows, opened, windowOf } = keep()
  windows.show('one')
  windows.show('two')
  windows.closeAll()
  windows.show('three')

  expect([windowOf('one').did, windowOf('two').did]).toEqual([['destroy'], ['destroy']])
  expect(windows.listening().map(({ id }) => id)).toEqual([102])
  expect(opened.at(-1)?.place).toBe(0)
})

test('a page that fell over is told and its window goes, a page that ended as it should is no crash', () => {
  const { windows, told, windowOf } = keep()
  windows.show('one')
  windows.show('two')
  windowOf('one').webContents.emit('render-process-gone', {}, { reason: 'oom' })
  windowOf('two').webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })

  expect(told).toEqual(['oom'])
  expect(windows.listening().map(({ id }) => id)).toEqual([101])
})

test('a window whose crash locked the vault is closed once', () => {
  const { windows, windowOf } = keep({ onPageGone: () => windows.closeAll() })
  windows.show('one')
  windowOf('one').webContents.emit('render-process-gone', {}, { reason: 'crashed' })

  expect(windowOf('one').did).toEqual(['destroy'])
})

test('a page that hangs is ended when the person says so', async () => {
  const { windows, windowOf } = keep()
  windows.show('one')
  windowOf('one').emit('unresponsive')

  await expect.poll(() => windowOf('one').webContents.did).toEqual(['end page'])
})
