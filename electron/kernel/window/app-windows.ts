import type { BrowserWindow } from 'electron'
import type { Listening } from '../ipc/broadcast.ts'
import { type ContactWindows, createContactWindows } from './contact-windows.ts'
import { openMainWindow } from './main-window.ts'
import { openContactWindow } from './open-contact-window.ts'
import type { PageWindowOptions } from './page-window.ts'
import { askAboutHang } from './trouble-dialogs.ts'
import { createWindowInFront, type WindowInFront } from './window-in-front.ts'
import { createWindowKeeper, type WindowKeeper, type WindowKeeperPorts } from './window-keeper.ts'

export interface AppWindowsPorts
  extends Pick<WindowKeeperPorts, 'monotonicMs' | 'mayClose' | 'onMinimised' | 'onPageGone' | 'onHopeless'> {
  readonly page: PageWindowOptions
  readonly placeFile: string
  /** The main window's page is there for the first time. */
  readonly onLoaded: () => void
  /** A window does not answer; it will be asked about. */
  readonly onHang: () => void
}

/** All windows of the program: the main one, and those that show one customer each. */
export interface AppWindows {
  readonly main: WindowKeeper
  readonly contacts: ContactWindows
  readonly inFront: WindowInFront
  /** The main one first. */
  readonly all: () => readonly BrowserWindow[]
  readonly listening: () => readonly Listening[]
}

export function openAppWindows(ports: AppWindowsPorts): AppWindows {
  const onHang = (window: BrowserWindow): Promise<boolean> => {
    ports.onHang()
    return askAboutHang(window, ports.page.preferences().locale)
  }
  const contacts = createContactWindows({
    open: (contactId, place) => openContactWindow({ ...ports.page, contactId, place, main: main.current() }),
    onPageGone: ports.onPageGone,
    onHang,
  })
  const main = createWindowKeeper({
    ...ports,
    open: () => {
      const window = openMainWindow({ ...ports.page, placeFile: ports.placeFile })
      window.webContents.once('did-finish-load', ports.onLoaded)
      return window
    },
    onClosed: contacts.closeAll,
    onHang,
  })
  const all = (): readonly BrowserWindow[] => {
    const current = main.current()
    return current === null ? contacts.all() : [current, ...contacts.all()]
  }
  return {
    main,
    contacts,
    inFront: createWindowInFront(all),
    all,
    listening: () => [...main.listening(), ...contacts.listening()],
  }
}
