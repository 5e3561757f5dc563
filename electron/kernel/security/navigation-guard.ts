import type { WebContents } from 'electron'
import { isOwnUrl } from './app-origin.ts'

interface Preventable {
  readonly preventDefault: () => void
}

/** Checklist 12, 13 and 14: pages stay on our origin, no window is opened by a page, no webview is attached. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => stayHome(event, url))
  contents.on('will-frame-navigate', event => stayHome(event, event.url))
  contents.on('will-redirect', (event, url) => stayHome(event, url))
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Refuses a navigation away from our origin. */
export function stayHome(event: Preventable, url: string): void {
  if (!isOwnUrl(url)) event.preventDefault()
}
