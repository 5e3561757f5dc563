// Builds on every change and keeps a running program up to date: the page is loaded anew, a changed main or preload starts anew.
import { join } from 'node:path'
import { build } from 'vite'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import type { Desktop } from './desktop.ts'
import { createAppPaths } from './electron/app-paths.ts'

const root = join(import.meta.dirname, '..', '..')
const parts = ['main', 'preload', 'renderer'] as const
type Part = (typeof parts)[number]

const main = join(root, 'out', 'main', 'main.js')
const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const lang = process.argv.find(argument => argument.startsWith('--lang='))?.slice('--lang='.length) ?? 'zh-CN'
/** A shop of its own, so that trying things out never touches the installed program's. */
const userData = `${createAppPaths(main, []).get('userData')} (dev)`

let desktop: Desktop | null = null
/** One step after another, in the order of the changes. */
let steps: Promise<void> = Promise.resolve()

for (const part of parts) await watch(part)
await start()

/** The pages keep their names while watching: main lists its files once, at the start. */
async function watch(part: Part): Promise<void> {
  const names = {
    entryFileNames: 'assets/[name].js',
    chunkFileNames: 'assets/[name].js',
    assetFileNames: 'assets/[name][extname]',
  }
  const watcher = await build({
    configFile: join(root, 'build', `vite.${part}.config.ts`),
    logLevel: 'warn',
    build: {
      watch: {},
      emptyOutDir: false,
      ...(part === 'renderer' && { sourcemap: 'inline', rollupOptions: { output: names } }),
    },
  })
  if (!('on' in watcher)) throw new Error('vite does not watch')
  const first = Promise.withResolvers<void>()
  watcher.on('event', event => {
    if (event.code === 'ERROR') process.stderr.write(`${part}: ${event.error.message}\n`)
    if (event.code !== 'END') return
    first.resolve()
    if (desktop !== null) steps = steps.then(() => renew(part)).catch(say)
  })
  await first.promise
}

async function start(): Promise<void> {
  const running = await launchDesktop({ main, userData, lang, headless: !hasScreen, isLoud: true })
  desktop = running
  void endWith(running)
}

/** A program that ends by itself, and not for a change, ends the watching too. */
async function endWith(running: Desktop): Promise<void> {
  await running.waitForExit()
  if (desktop === running) process.exit(0)
}

async function renew(part: Part): Promise<void> {
  process.stdout.write(`${part} changed\n`)
  if (part === 'renderer') return void (await desktop?.page.reload())
  const old = desktop
  desktop = null
  await old?.close()
  await start()
}

function say(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
}
