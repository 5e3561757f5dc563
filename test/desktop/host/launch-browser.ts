import { type BrowserContext, chromium } from 'playwright'
import { findChromium } from '../../../build/setup/find-chromium.mjs'

export interface BrowserOptions {
  readonly headless: boolean
  readonly lang: string
}

/** The browser talks over a pipe, keeps its profile in a temporary folder, and reaches no network. */
export async function launchBrowser({ headless, lang }: BrowserOptions): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (executablePath === null)
    throw new Error('no Chromium found: set CHROMIUM_PATH, or run npm start or npm test, which install it')
  return await chromium.launchPersistentContext('', {
    executablePath,
    headless,
    locale: lang,
    viewport: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: browserFlags(headless, lang),
    ignoreDefaultArgs: ['--enable-automation'],
  })
}

function browserFlags(headless: boolean, lang: string): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(headless ? [] : ['--app=about:blank', '--test-type']),
    `--lang=${lang}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
  ]
}
