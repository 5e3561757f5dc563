import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desktop, DesktopOptions, SecondRun } from './desktop.ts'
import { startMainProcess } from './host/main-process.ts'
import { type HostOptions, StandInHost } from './host/stand-in-host.ts'

/** Starts the program on the stand-in; resolves when its first window has loaded. */
export async function launchStandIn(options: DesktopOptions & { readonly main: string }): Promise<Desktop> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'zhanggui-'))
  const { main, lang = 'zh-CN', headless = true, args = [], env = {}, isLoud = false } = options
  const start: HostOptions = {
    main,
    lang,
    headless,
    env,
    isLoud,
    args: [`--user-data-dir=${userData}`, `--lang=${lang}`, ...args],
  }
  const host = new StandInHost(start)
  try {
    await host.started
    // a person's own data is never recorded
    if (process.env['VITEST'] !== undefined) await (await host.context).tracing.start({ screenshots: true, snapshots: true })
  } catch (error) {
    await host.end()
    throw new Error(`the program did not start: ${host.main.stderr() || host.main.stdout() || 'it wrote nothing'}`, {
      cause: error,
    })
  }
  return describeDesktop(host, start, userData, options.userData === undefined)
}

function describeDesktop(host: StandInHost, start: HostOptions, userData: string, isOwnFolder: boolean): Desktop {
  const { link } = host.main
  const power = (event: string) => async (): Promise<void> => void (await link.ask('power', { event }))
  return {
    kind: 'stand-in',
    userData,
    get page() {
      return host.page
    },
    pages: () => host.pages,
    windowCount: () => Promise.resolve(host.windowCount),
    dialogs: {
      answerOpen: async paths => host.dialogs.answer('open', { paths }),
      answerSave: async path => host.dialogs.answer('save', { paths: path === null ? null : [path] }),
      answerMessage: async button => host.dialogs.answer('message', { button }),
      shown: () => Promise.resolve(host.dialogs.shown),
    },
    power: {
      suspend: power('suspend'),
      resume: power('resume'),
      lockScreen: power('lock-screen'),
      unlockScreen: power('unlock-screen'),
    },
    clipboard: { read: () => link.ask('clipboard.read', null) },
    setSystemDark: async isDark => void (await link.ask('theme.system', { isDark })),
    minimize: async () => void (await link.ask('window.event', { window: host.firstWindow, name: 'minimized' })),
    chooseMenu: async item => void (await link.ask('menu.choose', { item })),
    menu: () => link.ask('menu.list', null),
    openedOutside: () => Promise.resolve(host.opened),
    secondInstance: args => runSecond(start, args ?? []),
    crashRenderer: page => host.crash(page),
    killMain: async () => {
      host.main.process.kill('SIGKILL')
      await host.main.exited
    },
    quit: async () => void (await link.ask('quit', null)),
    waitForExit: () => host.main.exited,
    stdout: host.main.stdout,
    stderr: host.main.stderr,
    saveTrace: async file => (await host.context).tracing.stop({ path: file }),
    close: async () => {
      await host.end()
      if (isOwnFolder) rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** A second start of the same program has no browser of its own: it must end before it wants a window. */
async function runSecond(start: HostOptions, args: readonly string[]): Promise<SecondRun> {
  const second = startMainProcess({ ...start, args: [...start.args, ...args] })
  let wantedWindow = false
  second.link.answer('ready', () => ({ locale: start.lang, headless: start.headless }))
  second.link.answer('window.create', () => {
    wantedWindow = true
    second.process.kill('SIGKILL')
    return null
  })
  const exit = await second.exited
  if (wantedWindow) throw new Error('the second start opened a window of its own')
  return { ...exit, output: second.stdout() + second.stderr() }
}
