import type { WindowEvent } from '../link-topics.ts'
import { host } from './main-link.ts'
import { standInApp } from './stand-in-app.ts'
import { findContents, type StandInContents } from './stand-in-contents.ts'
import { chooseByKey } from './stand-in-menu.ts'
import { answerRequests } from './stand-in-session.ts'
import { type BrowserWindow, findWindow } from './stand-in-window.ts'
import { makeEvent } from './strict-members.ts'

/** Turns what the browser reports into Electron's events. */
export function listenToBrowser(): void {
  answerRequests(findContents)
  host.answer('window.event', event => {
    const window = findWindow(event.window)
    if (window !== undefined) report(window, window.webContents, event)
    return null
  })
  host.answer('open-window', ({ window, url, frameName }) => {
    findContents(window).answerOpenWish(url, frameName)
    return null
  })
  host.answer('navigation', ({ window, url, isMainFrame, isRedirect }) => {
    const contents = findContents(window)
    const details = {
      url,
      isSameDocument: false,
      isMainFrame,
      frame: isMainFrame ? contents.mainFrame : null,
      initiator: contents.mainFrame,
    }
    const values = [url, false, isMainFrame, contents.mainFrame.processId, contents.mainFrame.routingId]
    if (isRedirect) return { isAllowed: contents.emitPreventable('will-redirect', details, ...values) }
    const isFrameAllowed = contents.emitPreventable('will-frame-navigate', details)
    const isAllowed = isMainFrame ? contents.emitPreventable('will-navigate', details, ...values) : true
    return { isAllowed: isAllowed && isFrameAllowed }
  })
}

function report(window: BrowserWindow, contents: StandInContents, event: WindowEvent): void {
  switch (event.name) {
    case 'navigated':
      contents.url = event.url
      return void contents.emit(event.isSameDocument ? 'did-navigate-in-page' : 'did-navigate', makeEvent({}), event.url)
    case 'titled':
      contents.title = event.title
      if (window.emitPreventable('page-title-updated', {}, event.title, true)) window.setTitle(event.title)
      return
    case 'dom-ready':
      return void contents.emit('dom-ready')
    case 'loaded':
      return reportLoaded(window, contents)
    case 'crashed':
      return reportCrash(contents, event.reason)
    case 'preload-failed':
      process.stderr.write(`preload: ${event.message}\n`)
      return void contents.emit('preload-error', makeEvent({}), '', new Error(event.message))
    case 'key':
      // keys go to the window with the focus; headless, the browser does not tell when that changes
      window.takeFocus()
      return reportKey(window, contents, event)
    case 'focused':
      return window.takeFocus()
    case 'blurred':
      return window.loseFocus()
    case 'minimized':
      return window.placeChanged('minimized')
    case 'restored':
      return window.placeChanged('normal')
    case 'unresponsive':
      window.emit('unresponsive')
      return void contents.emit('unresponsive')
    case 'page-gone':
      return closeLate(window)
  }
}

const shownOnce = new WeakSet<BrowserWindow>()

function reportLoaded(window: BrowserWindow, contents: StandInContents): void {
  contents.loading = false
  contents.emit('did-finish-load')
  contents.emit('did-stop-loading')
  if (shownOnce.has(window)) return
  shownOnce.add(window)
  window.emit('ready-to-show')
}

function reportCrash(contents: StandInContents, reason: string): void {
  contents.crashed = true
  const details = { reason, exitCode: reason === 'killed' ? 9 : 5 }
  contents.emit('render-process-gone', makeEvent({}), details)
  standInApp.emit('render-process-gone', makeEvent({}), contents, details)
}

function reportKey(window: BrowserWindow, contents: StandInContents, event: WindowEvent & { name: 'key' }): void {
  const { press } = event
  const input = { ...press, type: 'keyDown', isComposing: false, location: 0, modifiers: [] }
  // the page already has the key, so refusing it comes too late and must not pass silently
  if (!contents.emitPreventable('before-input-event', {}, input))
    throw new Error('The stand-in for Electron cannot refuse a key in before-input-event')
  if (!event.isHandled) chooseByKey(press, window)
}

/** A person closed the browser's window: the program is asked as always, but the page cannot be brought back. */
function closeLate(window: BrowserWindow): void {
  window.emitPreventable('close', {})
  window.pageGone()
}
