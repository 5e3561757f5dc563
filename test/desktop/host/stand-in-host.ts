import type { BrowserContext, Page } from 'playwright'
import type { DialogAnswer, DialogShown, HostTopics, MainTopics } from '../link-topics.ts'
import type { ProcessLink } from '../process-link.ts'
import { createDialogDesk, type DialogDesk } from './dialog-desk.ts'
import { HostWindow } from './host-window.ts'
import { ifOpen } from './if-open.ts'
import { launchBrowser } from './launch-browser.ts'
import { type MainProcess, type MainProcessOptions, startMainProcess } from './main-process.ts'
import { routePages } from './page-routes.ts'
import { showToPerson } from './person-dialogs.ts'

export interface HostOptions extends MainProcessOptions {
  readonly headless: boolean
  readonly lang: string
}

/** The program on Node and Chromium: one process of each, and what the two say to each other. */
export class StandInHost {
  readonly main: MainProcess
  readonly dialogs: DialogDesk
  /** Addresses that the program opened outside. */
  readonly opened: string[] = []
  private readonly options: HostOptions
  private readonly browser: Promise<BrowserContext>
  private readonly windows = new Map<number, HostWindow>()
  private readonly ownPages = new Set<Page>()
  /** Pages that we opened, and those that we are just opening. */
  private readonly known = new WeakSet<Page>()
  private readonly opening = new Set<Promise<Page>>()
  private readonly firstShown = Promise.withResolvers<void>()
  private spare: Page | null = null
  private colorScheme: 'dark' | 'light' = 'light'

  constructor(options: HostOptions) {
    this.options = options
    const { headless } = options
    this.dialogs = createDialogDesk(headless ? null : shown => this.askPerson(shown))
    this.main = startMainProcess(options)
    this.browser = this.openBrowser()
    // whoever asks for the browser hears of it
    this.browser.catch(() => this.main.process.kill())
    this.answer(this.main.link)
    void this.main.exited.then(() => this.firstShown.reject(new Error('the program ended before it showed a window')))
    this.firstShown.promise.catch(() => undefined)
  }

  /** Resolves when the first window has loaded its page; rejects when the program ends before. */
  get started(): Promise<void> {
    return this.firstShown.promise
  }

  /** The oldest window's page; after a crash that is another one than before. */
  get page(): Page {
    const [window] = this.windows.values()
    if (window === undefined) throw new Error('the program has no window')
    return window.page
  }

  get pages(): readonly Page[] {
    return Array.from(this.windows.values(), window => window.page)
  }

  get context(): Promise<BrowserContext> {
    return this.browser
  }

  get firstWindow(): number {
    return this.windows.keys().next().value ?? 0
  }

  get windowCount(): number {
    return this.windows.size
  }

  crash(page: Page = this.page): Promise<void> {
    const window = [...this.windows.values()].find(one => one.page === page)
    return window?.crash() ?? Promise.resolve()
  }

  /** Ends the browser and, if it still runs, the program. */
  async end(): Promise<void> {
    const context = await this.browser.catch(() => null)
    await context?.close().catch(() => undefined)
    if (this.main.process.exitCode === null) this.main.process.kill('SIGKILL')
    await this.main.exited
  }

  private async openBrowser(): Promise<BrowserContext> {
    const context = await launchBrowser(this.options)
    const [first] = context.pages()
    if (first !== undefined) this.ownPages.add(first)
    if (first !== undefined) this.known.add(first)
    // headless, the first page stays open and unseen, so that the browser outlives the last window
    if (!this.options.headless) this.spare = first ?? null
    await routePages(context, {
      link: this.main.link,
      windowOf: page => [...this.windows.values()].find(window => window.page === page),
      isOwnPage: page => this.ownPages.has(page),
    })
    context.on('page', page => void ifOpen(this.refusePopup(page)))
    return context
  }

  /** A page that a page opened: it is closed, and the program hears of it. */
  private async refusePopup(page: Page): Promise<void> {
    await Promise.allSettled(this.opening)
    if (this.known.has(page)) return
    const opener = await page.opener().catch(() => null)
    const windows = [...this.windows.values()]
    // a link without an opener does not say which page it was on
    const window = windows.find(one => one.page === opener) ?? windows[0]
    const url = page.url()
    await page.close().catch(() => undefined)
    if (window !== undefined) await this.main.link.ask('open-window', { window: window.id, url, frameName: '' })
  }

  private answer(link: ProcessLink<MainTopics, HostTopics>): void {
    const find = (id: number): HostWindow => {
      const window = this.windows.get(id)
      if (window === undefined) throw new Error('the window is gone')
      return window
    }
    const done = (act: (window: HostWindow) => Promise<unknown>) => async (input: { readonly window: number }) => {
      await act(find(input.window))
      return null
    }
    // nobody waits for these, and they may cross the closing of their window
    const told = (act: (window: HostWindow) => Promise<unknown>) => async (input: { readonly window: number }) => {
      const window = this.windows.get(input.window)
      if (window !== undefined) await ifOpen(act(window))
      return null
    }
    link.answer('ready', async () => {
      await this.browser
      return { locale: this.options.lang, headless: this.options.headless }
    })
    link.answer('window.create', async plan => {
      const context = await this.browser
      const { headless } = this.options
      const window = await HostWindow.open({
        context,
        link,
        plan,
        headless,
        openPage: () => this.openPage(context),
        onClosed: () => void this.windows.delete(plan.window),
      })
      this.windows.set(plan.window, window)
      await window.page.emulateMedia({ colorScheme: this.colorScheme })
      window.page.once('load', () => this.firstShown.resolve())
      return null
    })
    link.answer('window.load', ({ window, url }) => done(one => one.load(url))({ window }))
    link.answer(
      'window.reload',
      done(window => window.reload()),
    )
    link.answer(
      'window.crash',
      told(window => window.crash()),
    )
    link.answer(
      'window.print',
      done(window => window.print()),
    )
    link.answer('window.zoom', ({ window, factor }) => told(one => one.setZoom(factor))({ window }))
    link.answer('window.insertCss', ({ window, css }) => done(one => one.insertCss(css))({ window }))
    link.answer('window.send', ({ window, message }) => told(one => one.send('message', 0, message))({ window }))
    link.answer('window.evaluate', ({ window, code }) => find(window).page.evaluate(code))
    link.answer('window.pdf', ({ window, options }) => find(window).pdf(options))
    link.answer('window.focus', async ({ window }) => {
      if (!this.options.headless) await ifOpen(this.windows.get(window)?.page.bringToFront())
      return null
    })
    link.answer('window.place', async ({ window, state, bounds }) => {
      await ifOpen(this.windows.get(window)?.place(state === 'hidden' ? 'minimized' : state, bounds))
      return null
    })
    link.answer('window.close', async ({ window }) => {
      const closing = this.windows.get(window)
      this.windows.delete(window)
      await closing?.close()
      return null
    })
    link.answer('dialog', shown => this.dialogs.show(shown))
    link.answer('shell.open', ({ address }) => {
      this.opened.push(address)
      return null
    })
    link.answer('theme', async ({ source }) => {
      this.colorScheme = source === 'dark' ? 'dark' : 'light'
      for (const { page } of this.windows.values()) await ifOpen(page.emulateMedia({ colorScheme: this.colorScheme }))
      return null
    })
    link.answer('clipboard.write', async ({ text }) => {
      if (!this.options.headless) await ifOpen(this.copyForPerson(text))
      return null
    })
  }

  private async askPerson(shown: DialogShown): Promise<DialogAnswer> {
    const context = await this.browser
    const page = await this.newPage(context)
    this.ownPages.add(page)
    return await showToPerson(context, page, shown)
  }

  private newPage(context: BrowserContext): Promise<Page> {
    return this.asOwn(context.newPage())
  }

  private async asOwn(opening: Promise<Page>): Promise<Page> {
    this.opening.add(opening)
    try {
      const page = await opening
      this.known.add(page)
      return page
    } finally {
      this.opening.delete(opening)
    }
  }

  private async openPage(context: BrowserContext): Promise<Page> {
    const { spare } = this
    this.spare = null
    if (spare !== null) {
      this.ownPages.delete(spare)
      return spare
    }
    const [first] = this.windows.values()
    // for a person, a further page would be a tab: a window of its own is opened by way of a page that is there
    return first === undefined || this.options.headless
      ? await this.newPage(context)
      : await this.asOwn(openPopup(context, first.page))
  }

  /** Puts the text on the system's clipboard by way of a page, as a person's own copying would. */
  private async copyForPerson(text: string): Promise<void> {
    const [window] = this.windows.values()
    await window?.page.evaluate(copied => {
      const put = (event: ClipboardEvent): void => {
        event.clipboardData?.setData('text/plain', copied)
        event.preventDefault()
      }
      document.addEventListener('copy', put, { once: true, capture: true })
      document.execCommand('copy')
      document.removeEventListener('copy', put, { capture: true })
    }, text)
  }
}

async function openPopup(context: BrowserContext, from: Page): Promise<Page> {
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    from.evaluate(() => void window.open('about:blank', '', 'popup,noopener')),
  ])
  return page
}
