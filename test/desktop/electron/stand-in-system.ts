import { existsSync } from 'node:fs'
import type { Clipboard, CrashReporter, NativeTheme, PowerMonitor, Screen, Shell } from 'electron'
import type { ThemeSource } from '../link-topics.ts'
import { host } from './main-link.ts'
import { KnownEmitter, makeEvent, strictMembers } from './strict-members.ts'

const powerEvents = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
]

class StandInPower
  extends KnownEmitter
  implements Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower'>
{
  idleSeconds = 0
  readonly getSystemIdleTime = (): number => this.idleSeconds
  readonly getSystemIdleState = (threshold: number): 'active' | 'idle' => (this.idleSeconds >= threshold ? 'idle' : 'active')
  readonly isOnBatteryPower = (): boolean => false
}

const power = new StandInPower('powerMonitor', powerEvents)
export const powerMonitor = strictMembers('powerMonitor', power)

class StandInTheme
  extends KnownEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  isSystemDark = false
  readonly shouldUseHighContrastColors = false
  readonly prefersReducedTransparency = false
  private source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.source
  }

  set themeSource(source: ThemeSource) {
    this.source = source
    host.tell('theme', { source: this.shouldUseDarkColors ? 'dark' : 'light' })
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.isSystemDark : this.source === 'dark'
  }

  systemChanged(isDark: boolean): void {
    this.isSystemDark = isDark
    // the setter tells the browser and the program
    this.themeSource = this.source
  }
}

const theme = new StandInTheme('nativeTheme', ['updated'])
export const nativeTheme = strictMembers('nativeTheme', theme)

let copied = ''

const clipboardMembers: Pick<Clipboard, 'readText' | 'writeText' | 'clear'> = {
  readText: () => Promise.resolve(copied),
  writeText: text => {
    copied = text
    host.tell('clipboard.write', { text })
    return Promise.resolve()
  },
  clear: () => {
    copied = ''
    host.tell('clipboard.write', { text: '' })
  },
}
export const clipboard = strictMembers('clipboard', clipboardMembers)

const display = {
  id: 1,
  label: '',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
}

class StandInScreen extends KnownEmitter {
  private readonly display = strictMembers('display', display)
  // the members of a display that are left out throw by name
  readonly getPrimaryDisplay = (): Electron.Display => this.display as Electron.Display
  readonly getAllDisplays = (): Electron.Display[] => [this.getPrimaryDisplay()]
  readonly getDisplayMatching = (): Electron.Display => this.getPrimaryDisplay()
  readonly getDisplayNearestPoint = (): Electron.Display => this.getPrimaryDisplay()
  readonly getCursorScreenPoint = (): Electron.Point => ({ x: 0, y: 0 })
}

const standInScreen: Pick<
  Screen,
  'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
> = new StandInScreen('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
export const screen = strictMembers('screen', standInScreen)

const shellMembers: Pick<Shell, 'openExternal' | 'showItemInFolder' | 'openPath' | 'beep'> = {
  openExternal: async address => {
    await host.ask('shell.open', { address })
  },
  showItemInFolder: path => host.tell('shell.open', { address: path }),
  openPath: async path => {
    if (!existsSync(path)) return 'no such file'
    await host.ask('shell.open', { address: path })
    return ''
  },
  beep: () => undefined,
}
export const shell = strictMembers('shell', shellMembers)

/** A stand-in has no crash reports to send; starting it is no error, since the program starts it with uploading off. */
const crashMembers: Pick<CrashReporter, 'start' | 'getUploadToServer' | 'setUploadToServer'> = {
  start: options => {
    if (options.uploadToServer !== false) throw new Error('The stand-in for Electron has no crashReporter that uploads')
  },
  getUploadToServer: () => false,
  setUploadToServer: () => undefined,
}
export const crashReporter = strictMembers('crashReporter', crashMembers)

host.answer('power', ({ event }) => {
  power.emit(event, makeEvent({}))
  return null
})
host.answer('power.idle', ({ seconds }) => {
  power.idleSeconds = seconds
  return null
})
host.answer('theme.system', ({ isDark }) => {
  theme.systemChanged(isDark)
  return null
})
host.answer('clipboard.read', () => copied)
