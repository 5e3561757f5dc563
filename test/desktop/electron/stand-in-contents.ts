import type { HandlerDetails, PrintToPDFOptions, WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { encodeWire } from '../page/wire-codec.ts'
import { host } from './main-link.ts'
import { planPdf } from './pdf-plan.ts'
import { type StandInSession, sessionFor } from './stand-in-session.ts'
import { KnownEmitter, notOffered, strictMembers } from './strict-members.ts'

const events = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'page-title-updated',
  'render-process-gone',
  'preload-error',
  'before-input-event',
  'unresponsive',
  'responsive',
  'destroyed',
  'focus',
  'blur',
  'context-menu',
  'zoom-changed',
]

export interface StandInFrame {
  readonly url: string
  readonly origin: string
  readonly processId: number
  readonly routingId: number
  readonly frameTreeNodeId: number
  readonly name: string
  readonly parent: null
  readonly top: StandInFrame
  readonly isDestroyed: () => boolean
  readonly send: (channel: string, ...values: unknown[]) => void
  readonly executeJavaScript: (code: string) => Promise<unknown>
}

type OfferedContents = Pick<
  WebContents,
  | 'id'
  | 'send'
  | 'getURL'
  | 'getTitle'
  | 'getType'
  | 'loadURL'
  | 'reload'
  | 'isLoading'
  | 'isDestroyed'
  | 'isCrashed'
  | 'isFocused'
  | 'focus'
  | 'close'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'zoomFactor'
  | 'setVisualZoomLevelLimits'
  | 'insertCSS'
  | 'executeJavaScript'
  | 'print'
  | 'printToPDF'
  | 'openDevTools'
  | 'closeDevTools'
  | 'isDevToolsOpened'
>

/** Edit commands that a menu's roles send to the page. */
const editCommands = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'] as const

export class StandInContents extends KnownEmitter implements OfferedContents {
  readonly id: number
  readonly session: StandInSession
  readonly mainFrame: StandInFrame
  url = ''
  title = ''
  loading = false
  crashed = false
  destroyed = false
  focused = false
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null
  private zoom = 1
  private readonly preferences: WebPreferences
  private readonly closeWindow: () => void

  constructor(id: number, preferences: WebPreferences, closeWindow: () => void) {
    super('webContents', events)
    this.id = id
    this.preferences = preferences
    this.closeWindow = closeWindow
    this.session = sessionFor(preferences)
    this.mainFrame = frameOf(this)
  }

  readonly send = (channel: string, ...values: unknown[]): void => {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    host.tell('window.send', { window: this.id, message: encodeWire([channel, ...values]) })
  }
  readonly getURL = (): string => this.url
  readonly getTitle = (): string => this.title
  readonly getType = (): 'window' => 'window'
  readonly isLoading = (): boolean => this.loading
  readonly isDestroyed = (): boolean => this.destroyed
  readonly isCrashed = (): boolean => this.crashed
  readonly isFocused = (): boolean => this.focused
  readonly focus = (): void => host.tell('window.focus', { window: this.id })
  readonly close = (): void => this.closeWindow()
  readonly getLastWebPreferences = (): WebPreferences => ({ ...this.preferences })
  readonly loadURL = async (url: string): Promise<void> => {
    this.loading = true
    await host.ask('window.load', { window: this.id, url })
  }
  readonly reload = (): void => {
    this.loading = true
    void host
      .ask('window.reload', { window: this.id })
      .catch((error: unknown) => this.emit('did-fail-load', {}, -2, String(error), this.url, true))
  }
  readonly forcefullyCrashRenderer = (): void => host.tell('window.crash', { window: this.id })
  readonly setWindowOpenHandler = (handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void => {
    this.openHandler = handler
  }
  readonly setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()
  readonly setZoomFactor = (factor: number): void => {
    this.zoom = factor
    host.tell('window.zoom', { window: this.id, factor })
  }
  readonly getZoomFactor = (): number => this.zoom
  get zoomFactor(): number {
    return this.zoom
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }
  readonly executeJavaScript = (code: string): Promise<unknown> => host.ask('window.evaluate', { window: this.id, code })
  readonly insertCSS = async (css: string): Promise<string> => {
    await host.ask('window.insertCss', { window: this.id, css })
    return css
  }
  readonly print = (_options?: object, done: (isPrinted: boolean, reason: string) => void = () => undefined): void => {
    // oxlint-disable-next-line promise/prefer-await-to-callbacks, promise/no-callback-in-promise, promise/always-return -- Electron answers by callback
    void this.tryPrint().then(failure => done(failure === '', failure))
  }
  readonly printToPDF = async (options: PrintToPDFOptions): Promise<Buffer> =>
    Buffer.from(await host.ask('window.pdf', { window: this.id, options: planPdf(options) }))
  readonly openDevTools = (): void => undefined
  readonly closeDevTools = (): void => undefined
  readonly isDevToolsOpened = (): boolean => false

  /** Undo, copy and the like, by name. */
  edit(command: (typeof editCommands)[number]): void {
    void this.executeJavaScript(`document.execCommand(${JSON.stringify(command)})`)
  }

  /** Why it was not printed; '' when it was. */
  private async tryPrint(): Promise<string> {
    try {
      await host.ask('window.print', { window: this.id })
      return ''
    } catch (error) {
      return String(error)
    }
  }

  /** What the program says to a window that a page wants to open; pages of the program open none. */
  answerOpenWish(url: string, frameName: string): void {
    if (this.openHandler === null) throw notOffered('window that a page opened: no handler was set')
    const details = {
      url,
      frameName,
      features: '',
      disposition: 'foreground-tab' as const,
      referrer: { url: this.url, policy: 'default' as const },
    }
    if (this.openHandler(details).action !== 'deny') throw notOffered('window that a page opened')
  }
}

const contentsById = new Map<number, StandInContents>()

export function addContents(contents: StandInContents): StandInContents {
  const strict = strictMembers('webContents', contents)
  contentsById.set(contents.id, strict)
  return strict
}

export function findContents(id: number): StandInContents {
  const contents = contentsById.get(id)
  if (contents === undefined) throw new Error('no window has this content')
  return contents
}

export const webContents = strictMembers('webContents', {
  fromId: (id: number) => contentsById.get(id),
  getAllWebContents: () => [...contentsById.values()].filter(contents => !contents.destroyed),
  getFocusedWebContents: () => [...contentsById.values()].find(contents => contents.focused && !contents.destroyed) ?? null,
})

function frameOf(contents: StandInContents): StandInFrame {
  const frame: StandInFrame = {
    get url() {
      return contents.url
    },
    get origin() {
      return originOf(contents.url)
    },
    processId: 1000 + contents.id,
    routingId: 1,
    frameTreeNodeId: contents.id,
    name: '',
    parent: null,
    get top() {
      return contents.mainFrame
    },
    isDestroyed: () => contents.destroyed,
    send: (channel, ...values) => contents.send(channel, ...values),
    executeJavaScript: code => contents.executeJavaScript(code),
  }
  return strictMembers('webFrameMain', frame)
}

/** Node calls the origin of `app://crm` null; Electron, where the scheme is a standard one, does not. */
function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null'
  const { protocol, host: authority, origin } = new URL(url)
  return protocol === 'app:' ? `app://${authority}` : origin
}
