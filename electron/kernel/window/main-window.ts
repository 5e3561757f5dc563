import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Locale, Preferences } from '../../../shared/features/app/app-state.ts'
import { startUrl } from '../security/app-origin.ts'
import { secureWebPreferences } from '../security/window-options.ts'
import { mainTexts } from './menu-texts.ts'
import { placeWindow } from './window-place.ts'
import { keepWindowPlace, readWindowPlace } from './window-place-file.ts'

export interface MainWindowOptions {
  readonly isPackaged: boolean
  readonly preload: string
  readonly placeFile: string
  readonly preferences: () => Preferences
}

/** Opens the window and shows it when its first picture is ready. Its title is the program's name, always. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const last = readWindowPlace(options.placeFile)
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const [first, ...others] = displays.map(display => display.workArea)
  const window = new BrowserWindow({
    ...(first === undefined ? {} : placeWindow(last, [first, ...others])),
    show: false,
    title: windowTitle(options.preferences().locale),
    backgroundColor: backgroundColour(),
    // the system's own frame: with a hidden title bar Windows shows no menu bar, not even on Alt
    autoHideMenuBar: true,
    webPreferences: secureWebPreferences(options),
  })
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => {
    if (last?.isMaximised === true) window.maximize()
    window.show()
  })
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(options.preferences().zoom / 100))
  window.on('close', () => {
    keepWindowPlace(options.placeFile, { ...window.getNormalBounds(), isMaximised: window.isMaximized() })
  })
  void window.loadURL(startUrl)
  return window
}

/** Puts language, theme and zoom of the preferences to work. */
export function dressWindow(window: BrowserWindow, preferences: Preferences): void {
  window.setTitle(windowTitle(preferences.locale))
  if (window.webContents.getZoomFactor() !== preferences.zoom / 100) window.webContents.setZoomFactor(preferences.zoom / 100)
  window.setBackgroundColor(backgroundColour())
}

/** Never anything of the business: titles show in the task bar, in switchers and on shared screens. */
function windowTitle(locale: Locale): string {
  return mainTexts(locale).appName
}

/** Shown before the page is there, so that nothing flashes; the layout colours of the page's own themes. */
function backgroundColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#11151B' : '#F4F6F9'
}
