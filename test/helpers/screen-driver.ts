import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { findChromium } from '../../build/setup/find-chromium.mjs'
import { baseHeaders, contentSecurityPolicy } from '../../electron/kernel/security/response-headers.ts'
import type { FakeCrmOptions } from './fake-crm.ts'

const root = resolve(import.meta.dirname, '../..')
const origin = 'https://crm.app'
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface ScreenOptions extends FakeCrmOptions {
  readonly path?: string
  readonly width?: number
  readonly height?: number
  readonly pseudo?: boolean
  readonly dark?: boolean
  /** CSS px that 100 % would show are divided by this, as the program's zoom does it. */
  readonly zoom?: number
}

export interface Screens {
  /** Opens the built page in front of a fake program, under the real content security policy. */
  readonly open: (options?: ScreenOptions) => Promise<Page>
  /** Errors, and what the policy refused, of all pages so far. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** Builds the page and starts Chromium. */
export async function startScreens(outDir: string): Promise<Screens> {
  await build({ configFile: join(root, 'build/vite.renderer.config.ts'), logLevel: 'error', build: { outDir } })
  const fake = await bundleFake()
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    open: async (options = {}) => {
      const context = await openContext(browser, options)
      await context.addInitScript({ content: `globalThis.fakeCrmOptions = ${JSON.stringify(options)};\n${fake}` })
      await context.route('**/*', async route => {
        const { pathname } = new URL(route.request().url())
        await route.fulfill(await answer(outDir, pathname === '/' ? '/index.html' : pathname))
      })
      const page = await context.newPage()
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', error => complaints.push(String(error)))
      await page.goto(`${origin}/${options.pseudo === true ? '?pseudo=1' : ''}#${options.path ?? '/'}`)
      return page
    },
    complaints,
    close: () => browser.close(),
  }
}

function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium was found: set CHROMIUM_PATH')
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}

function openContext(browser: Browser, { width = 1440, height = 900, dark, zoom = 1 }: ScreenOptions): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: dark === true ? 'dark' : 'light',
  })
}

async function answer(outDir: string, pathname: string) {
  const body = await readFile(join(outDir, pathname)).catch(() => null)
  if (body === null) return { status: 404, body: '' }
  const headers = { ...baseHeaders(), 'content-type': types[extname(pathname)] ?? 'application/octet-stream' }
  if (extname(pathname) !== '.html') return { body, headers }
  return {
    body: body.toString('utf8').replaceAll('__CSP_NONCE__', 'test-nonce'),
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy('test-nonce') },
  }
}

async function bundleFake(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'test/helpers/fake-crm-page.ts'), formats: ['iife'], name: 'fake' },
    },
  })
  const [bundle] = [result].flat()
  if (bundle === undefined || !('output' in bundle)) throw new Error('the fake was not bundled')
  return `globalThis.__zod_globalConfig = { jitless: true };\n${bundle.output[0].code}`
}
