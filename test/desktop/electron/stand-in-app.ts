import type { App } from 'electron'
import { createAppPaths } from './app-paths.ts'
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts'
import { host } from './main-link.ts'
import { KnownEmitter, makeEvent, strictMembers } from './strict-members.ts'
import { openWindows } from './window-list.ts'

const events = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  'child-process-gone',
]

type OfferedApp = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'hide'
  | 'show'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'isHardwareAccelerationEnabled'
  | 'isPackaged'
  | 'name'
>

/** Switches that the program set for Chromium before it was ready; recorded, since the browser belongs to the host. */
const switches = new Map<string, string>()

class StandInApp extends KnownEmitter implements OfferedApp {
  readonly isPackaged = false
  readonly commandLine = strictMembers('app.commandLine', {
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
    appendArgument: (value: string) => void switches.set(value, ''),
    hasSwitch: (name: string) =>
      switches.has(name) || process.argv.some(argument => argument === `--${name}` || argument.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      switches.get(name) ?? process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    removeSwitch: (name: string) => void switches.delete(name),
  })
  private readonly paths = createAppPaths(process.argv[1] ?? '', process.argv)
  private readonly started: Promise<void>
  private ready = false
  private locale = ''
  private lock: InstanceLock | null = null
  private isQuitting = false

  constructor() {
    super('app', events)
    this.name = this.paths.packageName
    this.started = this.start()
    // a host that could not start its browser ends the program, which then says why
    this.started.catch(() => process.exit(1))
  }

  name: string

  readonly whenReady = (): Promise<void> => this.started
  readonly isReady = (): boolean => this.ready
  readonly getAppPath = (): string => this.paths.appPath
  readonly getPath = (name: string): string => this.paths.get(name)
  readonly setPath = (name: string, path: string): void => this.paths.set(name, path)
  readonly setAppLogsPath = (path?: string): void => this.paths.set('logs', path ?? this.paths.get('logs'))
  readonly getVersion = (): string => this.paths.version
  readonly getName = (): string => this.name
  readonly setName = (name: string): void => {
    this.name = name
    this.paths.rename(name)
  }
  readonly getLocale = (): string => this.locale
  readonly getSystemLocale = (): string => this.locale
  readonly getPreferredSystemLanguages = (): string[] => [
    this.commandLine.getSwitchValue('lang') || Intl.DateTimeFormat().resolvedOptions().locale,
  ]
  readonly enableSandbox = (): void => undefined
  readonly setAppUserModelId = (): void => undefined
  readonly setAboutPanelOptions = (): void => undefined
  readonly isHardwareAccelerationEnabled = (): boolean => false
  readonly focus = (): void => openWindows.at(0)?.focus()
  readonly hide = (): void => openWindows.forEach(window => window.hide())
  readonly show = (): void => openWindows.forEach(window => window.show())

  readonly requestSingleInstanceLock = (data?: Record<string, unknown>): boolean => {
    this.lock ??= takeInstanceLock(
      this.getPath('userData'),
      { argv: process.argv, workingDirectory: process.cwd(), data: data ?? null },
      start => this.emit('second-instance', makeEvent({}), [...start.argv], start.workingDirectory, start.data),
    )
    return this.lock !== null
  }
  readonly hasSingleInstanceLock = (): boolean => this.lock !== null
  readonly releaseSingleInstanceLock = (): void => {
    this.lock?.release()
    this.lock = null
  }

  readonly quit = (): void => {
    if (this.isQuitting) return
    this.isQuitting = true
    if (!this.emitPreventable('before-quit', {})) this.isQuitting = false
    else if (openWindows.length === 0) this.finishQuit()
    else for (const window of openWindows.toReversed()) window.close()
  }

  readonly exit = (code = 0): void => {
    for (const window of openWindows.toReversed()) window.destroy()
    this.emit('quit', makeEvent({}), code)
    process.exit(code)
  }

  /** A window refused to close, so the quit is off. */
  cancelQuit(): void {
    this.isQuitting = false
  }

  windowClosed(): void {
    if (openWindows.length > 0) return
    if (this.isQuitting) this.finishQuit()
    else if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  private async start(): Promise<void> {
    const { locale } = await host.ask('ready', null)
    this.locale = locale
    this.ready = true
    this.emit('ready', makeEvent({}), {})
  }

  private finishQuit(): void {
    if (!this.emitPreventable('will-quit', {})) {
      this.isQuitting = false
      return
    }
    this.emit('quit', makeEvent({}), 0)
    process.exit(0)
  }
}

export const standInApp = new StandInApp()
export const app = strictMembers('app', standInApp)

host.answer('quit', () => {
  // after the answer is out
  setImmediate(standInApp.quit)
  return null
})
