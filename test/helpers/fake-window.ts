import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'

export class FakeContents extends EventEmitter {
  readonly did: string[] = []
  url = ''
  readonly id: number
  constructor(id: number) {
    super()
    this.id = id
  }
  isDestroyed = (): boolean => false
  getURL = (): string => this.url
  reload = (): void => void this.did.push('reload')
  forcefullyCrashRenderer = (): void => void this.did.push('end page')
  send = (...message: unknown[]): void => void this.did.push(JSON.stringify(message))
}

/** As much of a window as those who keep windows look at. */
export class FakeWindow extends EventEmitter {
  readonly id: number
  readonly webContents: FakeContents
  readonly did: string[] = []
  isGone = false
  hasFocus = false
  constructor(id = 7) {
    super()
    this.id = id
    this.webContents = new FakeContents(id)
  }
  isDestroyed = (): boolean => this.isGone
  isMinimized = (): boolean => true
  isFocused = (): boolean => this.hasFocus
  restore = (): void => void this.did.push('restore')
  focus = (): void => void this.did.push('focus')
  hide = (): void => void this.did.push('hide')
  destroy = (): void => {
    this.isGone = true
    this.did.push('destroy')
    this.emit('closed')
  }

  /** For code that looks at nothing else of a window. */
  get asWindow(): BrowserWindow {
    return this as unknown as BrowserWindow // see above
  }
}
