import { readFileSync } from 'node:fs'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow } from 'electron'
import type { Bounds, WindowPlace } from '../link-topics.ts'
import { host } from './main-link.ts'
import { standInApp } from './stand-in-app.ts'
import { addContents, StandInContents } from './stand-in-contents.ts'
import { KnownEmitter, makeEvent, strictMembers, strictOptions } from './strict-members.ts'
import { openWindows } from './window-list.ts'
import { offeredPreferences, offeredWindowOptions, windowEvents } from './window-options-offered.ts'

type OfferedWindow = Pick<
  ElectronWindow,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'blur'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'isMinimized'
  | 'isMaximized'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'setTitle'
  | 'getTitle'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'setMinimumSize'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setContentProtection'
  | 'setBackgroundColor'
  | 'setTitleBarOverlay'
  | 'setEnabled'
  | 'flashFrame'
>

const raws = new Set<BrowserWindow>()
let lastId = 0

export class BrowserWindow extends KnownEmitter implements OfferedWindow {
  readonly id = ++lastId
  readonly webContents: StandInContents
  private readonly created: Promise<unknown>
  private title: string
  private bounds: Bounds
  private place: WindowPlace
  private placeBeforeHide: WindowPlace = 'normal'
  private destroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', windowEvents)
    const { webPreferences = {}, width = 800, height = 600, x = 0, y = 0, show = true } = options
    strictOptions('BrowserWindow', options, offeredWindowOptions)
    strictOptions('BrowserWindow webPreferences', webPreferences, offeredPreferences)
    this.title = options.title ?? standInApp.name
    this.bounds = { x, y, width, height }
    this.place = show ? 'normal' : 'hidden'
    const outside: BrowserWindow = strictMembers('BrowserWindow', this)
    this.webContents = addContents(new StandInContents(this.id, webPreferences, () => this.close()))
    this.created = host.ask('window.create', {
      window: this.id,
      title: this.title,
      bounds: this.bounds,
      preload: webPreferences.preload === undefined ? null : readFileSync(webPreferences.preload, 'utf8'),
      granted: this.webContents.session.grantedPermissions(this.webContents),
    })
    this.created.catch(() => this.pageGone())
    raws.add(this)
    openWindows.push(outside)
    standInApp.emit('browser-window-created', makeEvent({}), outside)
    standInApp.emit('web-contents-created', makeEvent({}), this.webContents)
    // Electron's own class hands out what members it has; this one hands out a strict view of itself
    return outside // oxlint-disable-line no-constructor-return -- see above
  }

  static getAllWindows(): BrowserWindow[] {
    // only windows are put in
    return [...openWindows] as BrowserWindow[]
  }

  static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.webContents.id === contents.id) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.id === id) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.isFocused()) ?? null
  }

  readonly loadURL = async (url: string): Promise<void> => {
    await this.created
    await this.webContents.loadURL(url)
  }
  readonly reload = (): void => this.webContents.reload()
  readonly isMinimized = (): boolean => this.place === 'minimized'
  readonly isMaximized = (): boolean => this.place === 'maximized'
  readonly isFullScreen = (): boolean => this.place === 'fullscreen'
  readonly isVisible = (): boolean => this.place !== 'hidden'
  readonly isFocused = (): boolean => this.webContents.focused && !this.destroyed
  readonly isDestroyed = (): boolean => this.destroyed
  readonly getTitle = (): string => this.title
  readonly getBounds = (): Bounds => this.bounds
  readonly getNormalBounds = (): Bounds => this.bounds
  readonly getContentBounds = (): Bounds => this.bounds
  readonly setTitle = (title: string): void => {
    this.title = title
  }
  readonly setBounds = (bounds: Partial<Bounds>): void => {
    this.bounds = { ...this.bounds, ...bounds }
    this.putPlace(this.place)
    this.emit('resize')
    this.emit('move')
  }
  readonly show = (): void => {
    if (this.place === 'hidden') this.putPlace(this.placeBeforeHide)
    this.emit('show')
    this.focus()
  }
  readonly showInactive = (): void => {
    if (this.place === 'hidden') this.putPlace(this.placeBeforeHide)
    this.emit('show')
  }
  readonly hide = (): void => {
    if (this.place === 'hidden') return
    this.placeBeforeHide = this.place
    this.putPlace('hidden')
    this.emit('hide')
  }
  readonly minimize = (): void => this.changePlace('minimized', 'minimize')
  readonly restore = (): void => this.changePlace('normal', 'restore')
  readonly maximize = (): void => this.changePlace('maximized', 'maximize')
  readonly unmaximize = (): void => this.changePlace('normal', 'unmaximize')
  readonly setFullScreen = (isFull: boolean): void =>
    isFull ? this.changePlace('fullscreen', 'enter-full-screen') : this.changePlace('normal', 'leave-full-screen')
  readonly focus = (): void => {
    host.tell('window.focus', { window: this.id })
    this.takeFocus()
  }
  readonly blur = (): void => this.loseFocus()
  readonly setMenu = (): void => undefined
  readonly removeMenu = (): void => undefined
  readonly setMenuBarVisibility = (): void => undefined
  readonly setAutoHideMenuBar = (): void => undefined
  readonly setMinimumSize = (): void => undefined
  readonly setContentProtection = (): void => undefined
  readonly setBackgroundColor = (): void => undefined
  readonly setTitleBarOverlay = (): void => undefined
  readonly setEnabled = (): void => undefined
  readonly flashFrame = (): void => undefined

  readonly close = (): void => {
    if (this.destroyed) return
    if (this.emitPreventable('close', {})) this.destroy()
    else standInApp.cancelQuit()
  }

  readonly destroy = (): void => {
    if (this.destroyed) return
    host.tell('window.close', { window: this.id })
    this.pageGone()
  }

  /** The page is no more, whoever closed it. */
  pageGone(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.webContents.destroyed = true
    raws.delete(this)
    openWindows.splice(
      openWindows.findIndex(window => window.id === this.id),
      1,
    )
    this.webContents.emit('destroyed')
    this.emit('closed')
    standInApp.windowClosed()
  }

  takeFocus(): void {
    if (this.webContents.focused || this.destroyed) return
    // one window has the focus, as in any window system
    for (const other of raws) if (other !== this) other.loseFocus()
    this.webContents.focused = true
    this.webContents.emit('focus')
    this.emit('focus')
    standInApp.emit('browser-window-focus', makeEvent({}), this)
  }

  loseFocus(): void {
    if (!this.webContents.focused) return
    this.webContents.focused = false
    this.webContents.emit('blur')
    this.emit('blur')
    standInApp.emit('browser-window-blur', makeEvent({}), this)
  }

  /** The window system changed the window's place by itself. */
  placeChanged(place: 'minimized' | 'normal'): void {
    if (place === 'minimized' ? this.place === 'minimized' : this.place !== 'minimized') return
    this.place = place
    this.emit(place === 'minimized' ? 'minimize' : 'restore')
  }

  private changePlace(place: WindowPlace, event: string): void {
    if (this.place === place) return
    this.putPlace(place)
    this.emit(event)
  }

  private putPlace(place: WindowPlace): void {
    this.place = place
    host.tell('window.place', { window: this.id, state: place, bounds: this.bounds })
  }
}

/** The window itself, for what the browser reports of it. */
export function findWindow(id: number): BrowserWindow | undefined {
  return [...raws].find(window => window.id === id)
}
