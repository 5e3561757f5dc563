import type { MenuItemConstructorOptions } from 'electron'
import type { KeyPress, MenuEntry } from '../link-topics.ts'
import { isAccelerator } from './accelerators.ts'
import { host } from './main-link.ts'
import { MenuItem } from './stand-in-menu-item.ts'
import { BrowserWindow } from './stand-in-window.ts'
import { makeEvent, strictMembers } from './strict-members.ts'

let applicationMenu: Menu | null = null

export class Menu {
  readonly items: MenuItem[] = []

  constructor() {
    // a strict view, as for every other class here
    return strictMembers('Menu', this) // oxlint-disable-line no-constructor-return -- see above
  }

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const part of template)
      menu.append(part instanceof MenuItem ? part : new MenuItem(part, parts => Menu.buildFromTemplate(parts)))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    return allItems(this).find(({ item }) => item.id === id)?.item ?? null
  }
}

/** Chooses the first enabled entry whose accelerator this key is. */
export function chooseByKey(press: KeyPress, window: BrowserWindow): void {
  const items = applicationMenu === null ? [] : allItems(applicationMenu)
  const found = items.find(({ item }) => item.accelerator !== null && isAccelerator(item.accelerator, press, process.platform))
  if (found?.item.enabled === true && found.item.visible && found.item.registerAccelerator) choose(found.item, window, true)
}

function choose(item: MenuItem, window: BrowserWindow | null, isByKey: boolean): void {
  if (item.type === 'checkbox') item.checked = !item.checked
  if (item.type === 'radio') item.checked = true
  // roles of editing by key are the page's own
  if (item.role !== null) return isByKey && item.isEditing ? undefined : item.actOut(window)
  item.click(makeEvent({ triggeredByAccelerator: isByKey }), window ?? undefined, window?.webContents)
}

interface PlacedItem {
  readonly item: MenuItem
  readonly path: string
}

function allItems(menu: Menu, above = ''): PlacedItem[] {
  return menu.items.flatMap(item => {
    const path = above === '' ? item.label : `${above} > ${item.label}`
    return [{ item, path }, ...(item.submenu === null ? [] : allItems(item.submenu, path))]
  })
}

host.answer('menu.choose', ({ item: wanted }) => {
  const items = applicationMenu === null ? [] : allItems(applicationMenu)
  const found = items.find(({ item, path }) => item.id === wanted || path === wanted)?.item
  if (found === undefined)
    throw new Error(`the menu has no entry "${wanted}"; it has: ${items.map(({ path }) => path).join(' | ')}`)
  if (!found.enabled || !found.visible) throw new Error(`the menu entry "${wanted}" cannot be chosen now`)
  choose(found, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().at(0) ?? null, false)
  return null
})

host.answer('menu.list', (): readonly MenuEntry[] =>
  (applicationMenu === null ? [] : allItems(applicationMenu))
    .filter(({ item }) => item.type !== 'separator')
    .map(({ item, path }) => ({
      id: item.id,
      path,
      isEnabled: item.enabled,
      isVisible: item.visible,
      isChecked: item.checked,
      accelerator: item.accelerator,
    })),
)
