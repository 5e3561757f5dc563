import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Desktop, DesktopOptions, ProgramExit, SecondRun } from './desktop.ts'
import { installElectronControls } from './electron-controls.ts'
import type { DialogAnswer, DialogShown } from './link-topics.ts'

export interface ElectronOptions extends DesktopOptions {
  readonly main: string
  readonly program: string
}

/** What the controls leave in Electron's main process; see electron-controls.ts. */
type Controls = ReturnType<typeof installElectronControls>
type WithControls = typeof globalThis & { desktopControls: Controls }

/** Starts the program in real Electron; resolves when its first window has loaded. */
export async function launchElectron(options: ElectronOptions): Promise<Desktop> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'zhanggui-'))
  const args = argumentsOf(options, userData)
  const program = await _electron.launch({ executablePath: options.program, args, env: environment(options.env) })
  const written = watchOutput(program, options.isLoud ?? false)
  const exited = new Promise<ProgramExit>(resolve => program.process().once('exit', (code, signal) => resolve({ code, signal })))
  await program.evaluate(installElectronControls)
  const page = await program.firstWindow()
  await page.waitForLoadState('load')
  if (process.env['VITEST'] !== undefined) await program.context().tracing.start({ screenshots: true, snapshots: true })
  return describeDesktop({ program, page, userData, exited, written, options, args })
}

interface Running {
  readonly program: ElectronApplication
  readonly page: Page
  readonly userData: string
  readonly exited: Promise<ProgramExit>
  readonly written: { readonly stdout: string; readonly stderr: string }
  readonly options: ElectronOptions
  readonly args: readonly string[]
}

function describeDesktop({ program, page, userData, exited, written, options, args }: Running): Desktop {
  const control = <K extends keyof Controls>(
    name: K,
    ...values: Parameters<Controls[K]>
  ): Promise<Awaited<ReturnType<Controls[K]>>> =>
    // the controls were put there at the start
    program.evaluate(
      (_modules, [key, given]) => {
        const act = (globalThis as WithControls).desktopControls[key as K] as (...all: unknown[]) => unknown
        return act(...given)
      },
      [name, values] as const,
    ) as Promise<Awaited<ReturnType<Controls[K]>>>
  // a page that crashed is followed by a new one of the same window, at the end of the list
  const pages = (): readonly Page[] => {
    const all = program.windows()
    const main = all.findLast(one => !isSecond(one)) ?? page
    return [main, ...all.filter(isSecond)]
  }
  const answer = (kind: DialogShown['kind'], given: DialogAnswer): Promise<void> => control('answerDialog', kind, given)
  return {
    kind: 'electron',
    userData,
    get page() {
      return pages()[0] ?? page
    },
    pages,
    windowCount: () => control('windowCount'),
    dialogs: {
      answerOpen: paths => answer('open', { paths }),
      answerSave: path => answer('save', { paths: path === null ? null : [path] }),
      answerMessage: button => answer('message', { button }),
      shown: () => control('shownDialogs'),
    },
    power: {
      suspend: () => control('power', 'suspend'),
      resume: () => control('power', 'resume'),
      lockScreen: () => control('power', 'lock-screen'),
      unlockScreen: () => control('power', 'unlock-screen'),
    },
    clipboard: { read: () => control('readClipboard') },
    setSystemDark: async isDark => await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' }),
    minimize: () => control('minimize'),
    chooseMenu: item => control('chooseMenu', item),
    menu: () => control('listMenu'),
    openedOutside: () => control('openedOutside'),
    secondInstance: more => runSecond(options, [...args, ...(more ?? [])]),
    crashRenderer: of => control('crash', of === undefined ? 0 : pages().indexOf(of)),
    killMain: async () => {
      program.process().kill('SIGKILL')
      await exited
    },
    quit: () => control('quit'),
    waitForExit: () => exited,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    saveTrace: file => program.context().tracing.stop({ path: file }),
    close: async () => {
      if (program.process().exitCode === null) program.process().kill('SIGKILL')
      await exited
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** The program's windows beside its first one say so in their address. */
function isSecond(page: Page): boolean {
  return page.url().includes('#/window/')
}

function argumentsOf(options: ElectronOptions, userData: string): string[] {
  const { lang = 'zh-CN', args = [] } = options
  // a container's root may not use Chromium's sandbox
  const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...rootFlags, options.main, `--user-data-dir=${userData}`, `--lang=${lang}`, ...args]
}

function watchOutput(program: ElectronApplication, isLoud: boolean): { stdout: string; stderr: string } {
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    program.process()[name]?.on('data', (bytes: Buffer) => {
      written[name] += bytes.toString()
      if (isLoud) process[name].write(bytes)
    })
  }
  return written
}

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'NODE_OPTIONS',
  )
  return { ...Object.fromEntries(own), ...more }
}

function runSecond(options: ElectronOptions, args: readonly string[]): Promise<SecondRun> {
  return new Promise((resolve, reject) => {
    const second = spawn(options.program, args, { env: environment(options.env), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [second.stdout, second.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
    second.once('error', reject)
    second.once('close', (code, signal) => resolve({ code, signal, output }))
  })
}
