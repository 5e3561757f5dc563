import { BrowserWindow, screen } from 'electron'
import { startUrl } from '../security/app-origin.ts'
import { appWindowOptions, dressNewWindow, type PageWindowOptions } from './page-window.ts'
import { placeWindow } from './window-place.ts'
import { keepWindowPlace, readWindowPlace } from './window-place-file.ts'

export interface MainWindowOptions extends PageWindowOptions {
  readonly placeFile: string
}

/** Opens the window at its last place and shows it when its first picture is ready. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const last = readWindowPlace(options.placeFile)
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const [first, ...others] = displays.map(display => display.workArea)
  const window = new BrowserWindow({
    ...(first === undefined ? {} : placeWindow(last, [first, ...others])),
    ...appWindowOptions(options),
  })
  dressNewWindow(window, options)
  window.once('ready-to-show', () => {
    if (last?.isMaximised === true) window.maximize()
    window.show()
  })
  window.on('close', () => {
    keepWindowPlace(options.placeFile, { ...window.getNormalBounds(), isMaximised: window.isMaximized() })
  })
  void window.loadURL(startUrl)
  return window
}
