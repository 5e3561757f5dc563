import { BrowserWindow, screen } from 'electron'
import { contactWindowUrl } from './contact-window-address.ts'
import { appWindowOptions, dressNewWindow, type PageWindowOptions } from './page-window.ts'
import { placeContactWindow } from './window-place.ts'

export interface ContactWindowOptions extends PageWindowOptions {
  readonly contactId: string
  /** The window it opens over; null while there is none. */
  readonly main: BrowserWindow | null
  readonly place: number
}

/** Opens a window about one customer, with the same page, preload and guards as the main one. */
export function openContactWindow(options: ContactWindowOptions): BrowserWindow {
  const { contactId, main, place } = options
  const bounds = main?.getBounds() ?? screen.getPrimaryDisplay().workArea
  const window = new BrowserWindow({
    ...placeContactWindow(bounds, screen.getDisplayMatching(bounds).workArea, place),
    ...appWindowOptions(options),
  })
  dressNewWindow(window, options)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(contactWindowUrl(contactId))
  return window
}
