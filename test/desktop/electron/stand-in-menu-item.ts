import type { MenuItemConstructorOptions } from 'electron'
import { standInApp } from './stand-in-app.ts'
import type { Menu } from './stand-in-menu.ts'
import type { BrowserWindow } from './stand-in-window.ts'
import { notOffered, strictMembers, strictOptions } from './strict-members.ts'

const offered = [
  'id',
  'label',
  'sublabel',
  'toolTip',
  'type',
  'role',
  'accelerator',
  'registerAccelerator',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
  'acceleratorWorksWhenHidden',
]

const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectall'] as const
/** Roles that the system itself fills in on macOS; entries without a deed here. */
const systemRoles = [
  'about',
  'appmenu',
  'filemenu',
  'editmenu',
  'viewmenu',
  'windowmenu',
  'help',
  'services',
  'hide',
  'hideothers',
  'unhide',
  'front',
  'window',
  'recentdocuments',
]

const deeds: Readonly<Record<string, (window: BrowserWindow | null) => void>> = {
  quit: () => standInApp.quit(),
  close: window => window?.close(),
  minimize: window => window?.minimize(),
  zoom: window => window?.maximize(),
  reload: window => window?.reload(),
  forcereload: window => window?.reload(),
  togglefullscreen: window => window?.setFullScreen(!window.isFullScreen()),
  toggledevtools: window => window?.webContents.openDevTools(),
  resetzoom: window => window?.webContents.setZoomFactor(1),
  zoomin: window => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() + 0.1),
  zoomout: window => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() - 0.1),
}

const roleAccelerators: Readonly<Record<string, string>> = { quit: 'CmdOrCtrl+Q', close: 'CmdOrCtrl+W', minimize: 'CmdOrCtrl+M' }

export class MenuItem {
  readonly id: string
  readonly role: string | null
  readonly type: string
  readonly accelerator: string | null
  readonly registerAccelerator: boolean
  readonly submenu: Menu | null
  readonly click: (...values: unknown[]) => void
  label: string
  sublabel: string
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(options: MenuItemConstructorOptions, build?: (template: readonly MenuItemConstructorOptions[]) => Menu) {
    strictOptions('MenuItem', options, offered)
    const role = options.role?.toLowerCase() ?? null
    if (role !== null && !isKnownRole(role)) throw notOffered(`menu role ${role}`)
    this.id = options.id ?? ''
    this.role = role
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.label = options.label ?? options.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.accelerator = options.accelerator ?? (role === null ? null : (roleAccelerators[role] ?? null))
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = submenuOf(options, build)
    // the item itself comes first, as in Electron; the rest is handed on as it comes
    this.click = (...values) => (options.click as ((...all: unknown[]) => void) | undefined)?.(this, ...swapWindow(values))
    // a strict view, as for every other class here
    return strictMembers('MenuItem', this) // oxlint-disable-line no-constructor-return -- see above
  }

  get isEditing(): boolean {
    return editing.some(role => role === this.role)
  }

  /** Does what the role says. */
  actOut(window: BrowserWindow | null): void {
    const command = editing.find(role => role === this.role)
    if (command !== undefined) window?.webContents.edit(command === 'selectall' ? 'selectAll' : command)
    else deeds[this.role ?? '']?.(window)
  }
}

function submenuOf(
  options: MenuItemConstructorOptions,
  build?: (template: readonly MenuItemConstructorOptions[]) => Menu,
): Menu | null {
  if (options.submenu === undefined) return null
  if (!Array.isArray(options.submenu)) return options.submenu as unknown as Menu // made by our own Menu
  if (build === undefined) throw notOffered('MenuItem with a submenu template outside Menu.buildFromTemplate')
  return build(options.submenu)
}

function isKnownRole(role: string): boolean {
  return editing.some(known => known === role) || systemRoles.includes(role) || Object.hasOwn(deeds, role)
}

/** A click takes item, window, event; it is called with event, window, content. */
function swapWindow([event, window]: readonly unknown[]): readonly unknown[] {
  return [window, event]
}
