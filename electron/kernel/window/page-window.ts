import { type BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'
import type { Locale, Preferences } from '../../../shared/features/app/app-state.ts'
import { secureWebPreferences } from '../security/window-options.ts'
import { mainTexts } from './menu-texts.ts'
import { offerTextMenu } from './text-menu.ts'

/** What every window of the program needs, whatever it shows. */
export interface PageWindowOptions {
  readonly isPackaged: boolean
  readonly preload: string
  readonly preferences: () => Preferences
}

/** The part that all windows have in common. Shown only when the first picture is ready. */
export function appWindowOptions(options: PageWindowOptions): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: windowTitle(options.preferences().locale),
    backgroundColor: backgroundColour(),
    // the system's own frame: with a hidden title bar Windows shows no menu bar, not even on Alt
    autoHideMenuBar: true,
    webPreferences: secureWebPreferences(options),
  }
}

/** What a new window does by itself from now on. Its title is the program's name, always. */
export function dressNewWindow(window: BrowserWindow, options: PageWindowOptions): void {
  window.on('page-title-updated', event => event.preventDefault())
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(options.preferences().zoom / 100))
  offerTextMenu(window, () => options.preferences().locale)
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
