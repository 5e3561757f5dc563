/** What the program's process asks of the host, which owns the browser. */
export interface HostTopics {
  ready: { takes: null; gives: { readonly locale: string; readonly headless: boolean } }
  'window.create': { takes: WindowPlan; gives: null }
  'window.load': { takes: { readonly window: number; readonly url: string }; gives: null }
  'window.reload': { takes: { readonly window: number }; gives: null }
  'window.close': { takes: { readonly window: number }; gives: null }
  'window.crash': { takes: { readonly window: number }; gives: null }
  'window.zoom': { takes: { readonly window: number; readonly factor: number }; gives: null }
  'window.place': { takes: { readonly window: number; readonly state: WindowPlace; readonly bounds: Bounds }; gives: null }
  'window.focus': { takes: { readonly window: number }; gives: null }
  'window.evaluate': { takes: { readonly window: number; readonly code: string }; gives: unknown }
  'window.print': { takes: { readonly window: number }; gives: null }
  'window.pdf': { takes: { readonly window: number; readonly options: PdfPlan }; gives: Uint8Array }
  'window.insertCss': { takes: { readonly window: number; readonly css: string }; gives: null }
  /** `message` is encoded by the wire codec: channel and arguments. */
  'window.send': { takes: { readonly window: number; readonly message: string }; gives: null }
  dialog: { takes: DialogShown; gives: DialogAnswer }
  theme: { takes: { readonly source: ThemeSource }; gives: null }
  'clipboard.write': { takes: { readonly text: string }; gives: null }
  'shell.open': { takes: { readonly address: string }; gives: null }
}

/** What the host asks of the program's process. */
export interface MainTopics {
  /** `message` is encoded by the wire codec: channel and arguments; the answer is encoded too. */
  'ipc.invoke': { takes: { readonly window: number; readonly message: string }; gives: string }
  'ipc.send': { takes: { readonly window: number; readonly message: string }; gives: null }
  navigation: { takes: NavigationWish; gives: { readonly isAllowed: boolean } }
  'open-window': { takes: { readonly window: number; readonly url: string; readonly frameName: string }; gives: null }
  request: { takes: PageRequest; gives: PageAnswer }
  'window.event': { takes: WindowEvent; gives: null }
  power: { takes: { readonly event: string }; gives: null }
  'power.idle': { takes: { readonly seconds: number }; gives: null }
  'theme.system': { takes: { readonly isDark: boolean }; gives: null }
  'menu.choose': { takes: { readonly item: string }; gives: null }
  'menu.list': { takes: null; gives: readonly MenuEntry[] }
  'clipboard.read': { takes: null; gives: string }
  quit: { takes: null; gives: null }
}

export type ThemeSource = 'system' | 'light' | 'dark'
export type WindowPlace = 'hidden' | 'normal' | 'minimized' | 'maximized' | 'fullscreen'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowPlan {
  readonly window: number
  readonly title: string
  readonly bounds: Bounds
  readonly preload: string | null
  /** The web's names of the permissions that the session's handlers grant; every other one is refused. */
  readonly granted: readonly string[]
}

export interface NavigationWish {
  readonly window: number
  readonly url: string
  readonly isMainFrame: boolean
  readonly isRedirect: boolean
}

export interface PageRequest {
  readonly window: number
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly resourceType: string
}

export type PageAnswer =
  | { readonly isCancelled: true }
  | {
      readonly isCancelled: false
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly isAutoRepeat: boolean
}

export type WindowEvent = { readonly window: number } & (
  | { readonly name: 'navigated'; readonly url: string; readonly isSameDocument: boolean }
  | { readonly name: 'dom-ready' | 'loaded' | 'focused' | 'blurred' | 'minimized' | 'restored' | 'page-gone' | 'unresponsive' }
  | { readonly name: 'crashed'; readonly reason: 'crashed' | 'killed' }
  | { readonly name: 'preload-failed'; readonly message: string }
  | { readonly name: 'titled'; readonly title: string }
  /** `isHandled`: the page itself took the key, so that no menu entry may. */
  | { readonly name: 'key'; readonly press: KeyPress; readonly isHandled: boolean }
)

export interface PdfPlan {
  readonly landscape?: boolean
  readonly displayHeaderFooter?: boolean
  readonly printBackground?: boolean
  readonly scale?: number
  readonly paperWidth?: number
  readonly paperHeight?: number
  readonly marginTop?: number
  readonly marginBottom?: number
  readonly marginLeft?: number
  readonly marginRight?: number
  readonly pageRanges?: string
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

export type DialogShown =
  | {
      readonly kind: 'open'
      readonly title: string
      readonly isMultiple: boolean
      readonly isFolder: boolean
      readonly extensions: readonly string[]
    }
  | { readonly kind: 'save'; readonly title: string; readonly defaultPath: string }
  | {
      readonly kind: 'message'
      readonly title: string
      readonly message: string
      readonly detail: string
      readonly buttons: readonly string[]
      readonly cancelId: number
    }
  | { readonly kind: 'error'; readonly title: string; readonly message: string }

/** `paths` null: the person closed the dialog. */
export type DialogAnswer = { readonly paths: readonly string[] | null } | { readonly button: number }

export interface MenuEntry {
  readonly id: string
  readonly path: string
  readonly isEnabled: boolean
  readonly isVisible: boolean
  readonly isChecked: boolean
  readonly accelerator: string | null
}
