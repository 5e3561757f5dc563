import type { WorldEnd } from './world-bridge.ts'

/** What the page's side tells the host, as text. */
export interface PageMessage {
  readonly kind: 'hello' | 'invoke' | 'send' | 'key' | 'focus' | 'blur' | 'hidden' | 'shown' | 'stray' | 'preload-error'
  readonly id?: number
  readonly text: string
}

export interface PreloadWorldParts {
  readonly end: WorldEnd
  readonly post: (message: PageMessage) => void
  readonly encode: (value: unknown) => string
  readonly decode: (text: string) => unknown
  readonly platform: string
}

export interface PreloadWorld {
  /** What the preload script gets as `require`. */
  readonly require: (name: string) => unknown
  readonly process: object
  /** Called by the host: an answer to an invoke, or a message to the listeners. */
  readonly deliver: (kind: 'answer' | 'failure' | 'message', id: number, text: string) => void
}

type Listener = (event: unknown, ...values: unknown[]) => void

/** The renderer half of Electron, in the isolated world: only what a sandboxed preload may use. Imports nothing at run time. */
export function createPreloadWorld(parts: PreloadWorldParts): PreloadWorld {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  const listeners = new Map<string, Listener[]>()
  let lastId = 0

  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const text = parts.encode([channel, ...values])
        waiting.set(++lastId, { resolve, reject })
        parts.post({ kind: 'invoke', id: lastId, text })
      }),
    send: (channel: string, ...values: unknown[]) => parts.post({ kind: 'send', text: parts.encode([channel, ...values]) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return strict('ipcRenderer', ipcRenderer)
    },
    removeListener: (channel: string, listener: Listener) => {
      const others = (listeners.get(channel) ?? []).filter(one => one !== listener)
      listeners.set(channel, others)
      return strict('ipcRenderer', ipcRenderer)
    },
  }
  const contextBridge = { exposeInMainWorld: (key: string, api: unknown) => parts.end.expose(key, api) }
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', contextBridge),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
  })

  return {
    require: name => {
      if (name === 'electron' || name === 'electron/renderer') return electron
      throw new Error(`module not found: ${name}`)
    },
    process: strict('process', {
      platform: parts.platform,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      env: {},
      argv: [],
      versions: {},
    }),
    deliver: (kind, id, text) => {
      if (kind === 'message') deliverMessage(parts, listeners, text)
      else if (kind === 'answer') waiting.get(id)?.resolve(parts.decode(text))
      else waiting.get(id)?.reject(new Error(text))
      if (kind !== 'message') waiting.delete(id)
    },
  }
}

/** Tells the host what a desktop program's main process can see of a page: keys, focus, and navigation that no request would show. */
export function watchPage(post: (message: PageMessage) => void): void {
  const tellKey = (event: KeyboardEvent): void => {
    const { key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta, repeat: isAutoRepeat } = event
    post({
      kind: 'key',
      text: JSON.stringify({ press: { key, code, control, shift, alt, meta, isAutoRepeat }, isHandled: event.defaultPrevented }),
    })
  }
  window.addEventListener('keydown', tellKey)
  window.addEventListener('focus', () => post({ kind: 'focus', text: '' }))
  window.addEventListener('pointerdown', () => post({ kind: 'focus', text: '' }), { capture: true, passive: true })
  window.addEventListener('blur', () => post({ kind: 'blur', text: '' }))
  document.addEventListener('visibilitychange', () => post({ kind: document.hidden ? 'hidden' : 'shown', text: '' }))
  navigation.addEventListener('navigate', event => {
    const { url, sameDocument } = event.destination
    if (sameDocument || event.hashChange || /^https?:/.test(url)) return
    event.preventDefault()
    post({ kind: 'stray', text: url })
  })
}

function deliverMessage(parts: PreloadWorldParts, listeners: Map<string, Listener[]>, text: string): void {
  // written by webContents.send: the channel, then the arguments
  const [channel, ...values] = parts.decode(text) as [string, ...unknown[]]
  for (const listener of listeners.get(channel) ?? []) listener({ senderId: 0, ports: [] }, ...values)
}

function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (members, key) => {
      if (typeof key === 'symbol' || key in members) return Reflect.get(members, key)
      throw new Error(`The stand-in for Electron has no ${name}.${key}`)
    },
  })
}
