import type { BrowserWindow } from 'electron'
import type { Listening } from '../ipc/broadcast.ts'
import { createCrashCounter } from './crash-counter.ts'
import { bringToFront, listeningOf } from './window-parts.ts'

export interface WindowKeeperPorts {
  readonly open: () => BrowserWindow
  readonly monotonicMs: () => number
  /** False keeps the window open (the files are being closed first, or somebody would rather wait). */
  readonly mayClose: () => boolean
  readonly onClosed: () => void
  readonly onMinimised: () => void
  /** The page's process ended by itself. */
  readonly onPageGone: (reason: string) => void
  /** The page fell over again and again. */
  readonly onHopeless: () => void
  readonly onHang: (window: BrowserWindow) => Promise<boolean>
}

/** The main window: opened once, brought to the front, its page dropped or opened again. */
export interface WindowKeeper {
  readonly current: () => BrowserWindow | null
  readonly listening: () => readonly Listening[]
  /** Brings the window to the front; opens one where there is none. */
  readonly show: () => void
  /** Loads the page anew: what it held is gone. */
  readonly dropContent: () => void
  /** Out of sight while the files are being closed. */
  readonly hide: () => void
}

export function createWindowKeeper(ports: WindowKeeperPorts): WindowKeeper {
  const crashes = createCrashCounter(ports.monotonicMs)
  let current: BrowserWindow | null = null
  let isReopening = false

  const open = (): BrowserWindow => {
    const window = ports.open()
    window.on('close', event => {
      if (!ports.mayClose()) event.preventDefault()
    })
    window.on('closed', () => {
      current = null
      ports.onClosed()
    })
    window.on('minimize', ports.onMinimised)
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') reopenPage(window, reason)
    })
    window.on('unresponsive', () => void endHang(window))
    current = window
    return window
  }
  const reopenPage = (window: BrowserWindow, reason: string): void => {
    // the lock that follows must not load the page as well
    isReopening = true
    ports.onPageGone(reason)
    isReopening = false
    if (!crashes.mayReopen()) ports.onHopeless()
    else if (!window.isDestroyed()) window.webContents.reload()
  }
  const endHang = async (window: BrowserWindow): Promise<void> => {
    if ((await ports.onHang(window)) && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }
  return {
    current: () => current,
    listening: () => (current === null ? [] : [listeningOf(current)]),
    show: () => {
      bringToFront(current ?? open())
    },
    dropContent: () => {
      if (current !== null && !isReopening && !current.webContents.isDestroyed()) current.webContents.reload()
    },
    hide: () => current?.hide(),
  }
}
