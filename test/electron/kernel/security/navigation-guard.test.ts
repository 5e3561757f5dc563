import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { guardContents } from '../../../../electron/kernel/security/navigation-guard.ts'

class FakeContents extends EventEmitter {
  opener: ((details: { url: string }) => { action: string }) | undefined

  setWindowOpenHandler(opener: (details: { url: string }) => { action: string }): void {
    this.opener = opener
  }
}

function guarded(): FakeContents {
  const contents = new FakeContents()
  // the guard uses nothing of the content but what the fake has
  guardContents(contents as unknown as WebContents)
  return contents
}

function isPrevented(contents: FakeContents, name: string, url: string): boolean {
  let prevented = false
  const preventDefault = (): void => {
    prevented = true
  }
  contents.emit(name, { url, preventDefault }, url)
  return prevented
}

const navigations = ['will-navigate', 'will-frame-navigate', 'will-redirect']

test.each(navigations)('%s is refused when it leads away from our origin', name => {
  const contents = guarded()

  expect(isPrevented(contents, name, 'https://example.com/')).toBe(true)
  expect(isPrevented(contents, name, 'app://crm.evil/index.html')).toBe(true)
  expect(isPrevented(contents, name, 'app://crm/index.html')).toBe(false)
})

test('a webview is never attached and no window is opened', () => {
  const contents = guarded()

  expect(isPrevented(contents, 'will-attach-webview', 'app://crm/index.html')).toBe(true)
  expect(contents.opener?.({ url: 'app://crm/index.html' })).toEqual({ action: 'deny' })
})
