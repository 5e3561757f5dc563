import type { BrowserContext, Page } from 'playwright'
import { toAppAddress, toPageAddress } from '../app-addresses.ts'
import type { Bounds, HostTopics, KeyPress, MainTopics, PdfPlan, WindowEvent, WindowPlan } from '../link-topics.ts'
import { makePageScripts } from '../page/page-script.ts'
import type { PageMessage } from '../page/preload-world.ts'
import type { ProcessLink } from '../process-link.ts'
import { ifOpen } from './if-open.ts'
import { connectPage, type PageConnection } from './page-connection.ts'

export interface HostWindowParts {
  readonly context: BrowserContext
  readonly link: ProcessLink<MainTopics, HostTopics>
  readonly plan: WindowPlan
  readonly headless: boolean
  /** The page for this window: one that is open already, or a new one. */
  readonly openPage: () => Promise<Page>
  /** A person closed it. */
  readonly onClosed: () => void
}

type WithoutWindow<E> = E extends { readonly window: number } ? Omit<E, 'window'> : never

/** One window of the program, shown by a page of the browser; a page that crashed is replaced by the next load. */
export class HostWindow {
  private readonly parts: HostWindowParts
  private connection: PageConnection
  /** Address of a load that the program itself asked for, so that no navigation event is due; `*` for whatever is shown. */
  private ownLoad: string | null = null
  /** The preload's world in the page that is shown now. */
  private world: number | null = null
  private zoom = 1
  private bounds: Bounds
  private isGone = false
  private isCrashed = false

  private constructor(parts: HostWindowParts, connection: PageConnection) {
    this.parts = parts
    this.bounds = parts.plan.bounds
    this.connection = connection
  }

  static async open(parts: HostWindowParts): Promise<HostWindow> {
    // connected at once below, before anything is loaded
    const window = new HostWindow(parts, { page: null as never, cdp: null as never })
    await window.connect()
    return window
  }

  get id(): number {
    return this.parts.plan.window
  }

  get page(): Page {
    return this.connection.page
  }

  isOwnLoad(address: string): boolean {
    return this.ownLoad !== null && (this.ownLoad === '*' || withoutHash(this.ownLoad) === withoutHash(address))
  }

  async load(url: string): Promise<void> {
    if (this.isCrashed) await this.revive()
    const address = toPageAddress(url)
    await this.asOwnLoad(address, () => this.page.goto(address))
  }

  async reload(): Promise<void> {
    if (this.isCrashed) return await this.load(this.page.url())
    await this.asOwnLoad('*', () => this.page.reload())
  }

  /** Hands the preload's world an answer or a message; a page that went away meanwhile hears nothing, as in Electron. */
  async send(kind: 'answer' | 'failure' | 'message', id: number, text: string): Promise<void> {
    const expression = `deliverFromHost(${JSON.stringify(kind)}, ${id}, ${JSON.stringify(text)})`
    if (this.world === null) return
    await this.connection.cdp.send('Runtime.evaluate', { expression, contextId: this.world }).catch(() => undefined)
  }

  /** Headless, the page gets fewer pixels of its own to stand on, so that its layout follows as it does in Electron. */
  async setZoom(factor: number): Promise<void> {
    this.zoom = factor
    if (this.parts.headless) return await this.setViewport()
    await this.page
      .evaluate(zoom => document.documentElement.style.setProperty('zoom', String(zoom)), factor)
      .catch(() => undefined)
  }

  async insertCss(css: string): Promise<void> {
    await this.page.evaluate(text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    }, css)
  }

  async pdf(options: PdfPlan): Promise<Uint8Array> {
    const { data } = await this.connection.cdp.send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }

  async print(): Promise<void> {
    if (!this.parts.headless) await this.page.evaluate(() => window.print())
  }

  async crash(): Promise<void> {
    const session = await this.parts.context.newCDPSession(this.page)
    // the page that would answer is the one that dies
    session.send('Page.crash').catch(() => undefined)
  }

  async close(): Promise<void> {
    this.isGone = true
    await this.page.close().catch(() => undefined)
  }

  async place(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen', bounds: Bounds): Promise<void> {
    const { cdp } = this.connection
    this.bounds = bounds
    if (this.parts.headless) return await this.setViewport()
    const { windowId } = await cdp.send('Browser.getWindowForTarget')
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } })
    const { x: left, y: top, width, height } = bounds
    if (state === 'normal') await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
  }

  private async setViewport(): Promise<void> {
    const pixels = (length: number): number => Math.max(1, Math.round(length / this.zoom))
    await this.page.setViewportSize({ width: pixels(this.bounds.width), height: pixels(this.bounds.height) })
  }

  private tell(event: WithoutWindow<WindowEvent>): void {
    if (!this.isGone) this.parts.link.tell('window.event', { ...event, window: this.id })
  }

  private async asOwnLoad(address: string, act: () => Promise<unknown>): Promise<void> {
    this.ownLoad = address
    try {
      await act()
    } finally {
      this.ownLoad = null
    }
  }

  private async revive(): Promise<void> {
    const dead = this.page
    this.isCrashed = false
    await this.connect()
    await dead.close().catch(() => undefined)
  }

  private async connect(): Promise<void> {
    const { context, openPage, plan } = this.parts
    const page = await openPage()
    this.connection = await connectPage(context, page, makePageScripts(plan.preload, process.platform), plan.granted, {
      hear: (message, world) => this.hear(message, world),
      navigated: (address, isSameDocument) => this.tell({ name: 'navigated', url: toAppAddress(address), isSameDocument }),
    })
    page.on('domcontentloaded', () => this.tell({ name: 'dom-ready' }))
    page.on('load', () => void ifOpen(this.loaded(page)))
    page.on('crash', () => this.crashed(page))
    page.on('close', () => this.closed(page))
    await this.place('normal', plan.bounds)
  }

  private async loaded(page: Page): Promise<void> {
    if (this.zoom !== 1) await this.setZoom(this.zoom)
    this.tell({ name: 'titled', title: await page.title().catch(() => '') })
    this.tell({ name: 'loaded' })
  }

  private crashed(page: Page): void {
    if (page !== this.page) return
    this.isCrashed = true
    this.world = null
    this.tell({ name: 'crashed', reason: 'crashed' })
  }

  private closed(page: Page): void {
    if (page !== this.page) return
    this.tell({ name: 'page-gone' })
    this.isGone = true
    this.parts.onClosed()
  }

  private hear(message: PageMessage, world: number): void {
    if (message.kind === 'hello') this.world = world
    if (world !== this.world) return
    switch (message.kind) {
      case 'invoke':
        return void ifOpen(this.invoke(message, world))
      case 'send':
        return this.parts.link.tell('ipc.send', { window: this.id, message: message.text })
      case 'stray':
        return void ifOpen(this.tellStray(message.text))
      case 'preload-error':
        return this.tell({ name: 'preload-failed', message: message.text })
      case 'focus':
        return this.tell({ name: 'focused' })
      case 'blur':
        return this.tell({ name: 'blurred' })
      case 'hidden':
      case 'shown':
        return void ifOpen(this.visibilityChanged())
      case 'key':
        // written by watchPage
        return this.tell({ name: 'key', ...(JSON.parse(message.text) as { press: KeyPress; isHandled: boolean }) })
      case 'hello':
        return this.tell({ name: 'navigated', url: toAppAddress(message.text), isSameDocument: true })
    }
  }

  private async invoke({ id = 0, text }: PageMessage, world: number): Promise<void> {
    const [kind, answer] = await this.parts.link.ask('ipc.invoke', { window: this.id, message: text }).then(
      output => ['answer', output] as const,
      (error: unknown) => ['failure', error instanceof Error ? error.message : String(error)] as const,
    )
    if (world === this.world) await this.send(kind, id, answer)
  }

  /** The page's side has refused it already, since such a navigation makes no request that could be refused. */
  private async tellStray(url: string): Promise<void> {
    const wish = { window: this.id, url: toAppAddress(url), isMainFrame: true, isRedirect: false }
    const { isAllowed } = await this.parts.link.ask('navigation', wish)
    if (isAllowed) throw new Error(`The stand-in for Electron cannot open addresses of ${new URL(url).protocol}`)
  }

  private async visibilityChanged(): Promise<void> {
    if (this.parts.headless) return
    const { bounds } = await this.connection.cdp.send('Browser.getWindowForTarget')
    this.tell({ name: bounds.windowState === 'minimized' ? 'minimized' : 'restored' })
  }
}

function withoutHash(address: string): string {
  return address.split('#')[0] ?? ''
}
