import type { BrowserWindow } from 'electron'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Listening } from '../ipc/broadcast.ts'
import { contactShownAt } from './contact-window-address.ts'
import { bringToFront, listeningOf } from './window-parts.ts'

/** Each is a page with its own memory; nobody compares more customers than this. */
export const mostContactWindows = 8

export interface ContactWindowPorts {
  /** `place` counts the windows opened since the last lock, so that none lies exactly on another. */
  readonly open: (contactId: string, place: number) => BrowserWindow
  /** A page's process ended by itself. */
  readonly onPageGone: (reason: string) => void
  readonly onHang: (window: BrowserWindow) => Promise<boolean>
}

/** Windows beside the main one, each about one customer. They live while the vault is open. */
export interface ContactWindows {
  /** Brings the window that shows the customer to the front, or opens one. Throws too-many. */
  readonly show: (contactId: string) => void
  readonly all: () => readonly BrowserWindow[]
  readonly listening: () => readonly Listening[]
  /** At once, and without asking a page: none can hold the lock up. */
  readonly closeAll: () => void
}

interface Entry {
  readonly window: BrowserWindow
  /** What it was opened for; a page that is still loading has no address yet. */
  readonly contactId: string
}

export function createContactWindows(ports: ContactWindowPorts): ContactWindows {
  let entries: readonly Entry[] = []
  let opened = 0

  const open = (contactId: string): void => {
    if (entries.length >= mostContactWindows) throw new AppError('too-many', { params: { max: mostContactWindows } })
    const window = ports.open(contactId, opened)
    opened += 1
    entries = [...entries, { window, contactId }]
    window.on('closed', () => {
      entries = entries.filter(entry => entry.window !== window)
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      ports.onPageGone(reason)
      // the lock closes it; without a lock a window that shows nothing helps nobody
      if (!window.isDestroyed()) window.destroy()
    })
    window.on('unresponsive', () => void endHang(window))
  }
  const endHang = async (window: BrowserWindow): Promise<void> => {
    if ((await ports.onHang(window)) && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }
  return {
    show: contactId => {
      const entry = entries.find(one => isAbout(one, contactId))
      if (entry === undefined) open(contactId)
      else bringToFront(entry.window)
    },
    all: () => entries.map(({ window }) => window),
    listening: () => entries.map(({ window }) => listeningOf(window)),
    closeAll: () => {
      const closing = entries
      entries = []
      opened = 0
      for (const { window } of closing) if (!window.isDestroyed()) window.destroy()
    },
  }
}

/** The page may have gone on to another customer since it was opened. */
function isAbout({ window, contactId }: Entry, wanted: string): boolean {
  return (contactShownAt(window.webContents.getURL()) ?? contactId) === wanted
}
