import type { BrowserWindow } from 'electron'
import type { Listening } from '../ipc/broadcast.ts'

/** The window as the broadcast knows it. */
export function listeningOf({ webContents }: BrowserWindow): Listening {
  return {
    id: webContents.id,
    isDestroyed: () => webContents.isDestroyed(),
    send: (channel, name, payload) => webContents.send(channel, name, payload),
  }
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
