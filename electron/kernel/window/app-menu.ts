import type { MenuItemConstructorOptions } from 'electron'
import type { AppInfo, CommandId, Locale } from '../../../shared/features/app/app-state.ts'
import { keysOf } from '../../../shared/features/app/shortcuts.ts'
import { type MainTexts, mainTexts } from './menu-texts.ts'

export interface MenuFacts {
  readonly platform: AppInfo['platform']
  readonly locale: Locale
  readonly isUnlocked: boolean
  /** False while a customer's window is: only that one closes by the menu, since closing the main one ends the program. */
  readonly isMainInFront: boolean
  /** What the page in front can do now. */
  readonly enabled: readonly CommandId[]
  /** As the menu shows them (`Undo: move 2 customers to Trash`); '' for the bare word. */
  readonly undoLabel: string
  readonly redoLabel: string
}

type Item = MenuItemConstructorOptions
type MenuName = keyof MainTexts['accessKeys']

/** Commands that main carries out itself: their keys work without the page's help, also while it hangs. */
const ownCommands: ReadonlySet<CommandId> = new Set(['zoom-in', 'zoom-out', 'zoom-reset', 'lock'])
/** What a locked page may still offer. */
const lockedCommands: ReadonlySet<CommandId> = new Set(['shortcuts'])

/**
 * The menu bar as a template. Entries grey out rather than vanish. Most keys shown are the page's own and not taken by
 * the menu; the page sees the others first, too, and what it takes does not reach the menu.
 */
export function buildAppMenu(facts: MenuFacts, onCommand: (command: CommandId) => void): Item[] {
  const texts = mainTexts(facts.locale)
  const item = (id: CommandId, label = texts.commands[id]): Item => ({
    id,
    label,
    enabled: isEnabled(facts, id),
    ...acceleratorOf(facts, id),
    click: () => onCommand(id),
  })
  const menu = (name: MenuName, submenu: Item[]): Item => ({ label: menuLabel(facts, texts, name), submenu })
  const isMac = facts.platform === 'darwin'
  return [
    ...(isMac ? [macAppMenu(texts, item)] : []),
    menu('file', [item('new-contact'), item('import'), separator, item('save'), ...fileEnd(facts, texts, item)]),
    menu('edit', editItems(facts, texts, item)),
    menu('view', viewItems(texts, item)),
    menu('go', goItems(item)),
    menu('record', recordItems(item)),
    ...(isMac ? [{ label: texts.menus.window, role: 'windowMenu' } as const] : []),
    menu('help', [item('shortcuts'), ...(isMac ? [] : [separator, { role: 'about', label: texts.roles.about } as const])]),
  ]
}

const separator: Item = { type: 'separator' }

type ItemOf = (id: CommandId, label?: string) => Item

function macAppMenu(texts: MainTexts, item: ItemOf): Item {
  return {
    label: texts.appName,
    submenu: [
      { role: 'about', label: texts.roles.about },
      separator,
      item('settings'),
      item('lock'),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}

function fileEnd(facts: MenuFacts, texts: MainTexts, item: ItemOf): Item[] {
  if (facts.platform === 'darwin') return [separator, { role: 'close' }]
  const close: Item = { role: 'close', label: texts.roles.closeWindow, enabled: !facts.isMainInFront }
  return [separator, item('settings'), item('lock'), separator, close, { role: 'quit', label: texts.roles.exit }]
}

function editItems(facts: MenuFacts, texts: MainTexts, item: ItemOf): Item[] {
  return [
    item('undo', escapeAmpersand(facts, facts.undoLabel || texts.commands.undo)),
    item('redo', escapeAmpersand(facts, facts.redoLabel || texts.commands.redo)),
    separator,
    ...textItems(texts),
    separator,
    item('find'),
    item('filter-list'),
  ]
}

/** Cut, copy, paste and select all of a text field; the system carries them out. */
export function textItems(texts: MainTexts): Item[] {
  return [
    { role: 'cut', label: texts.roles.cut },
    { role: 'copy', label: texts.roles.copy },
    { role: 'paste', label: texts.roles.paste },
    { role: 'selectAll', label: texts.roles.selectAll },
  ]
}

function viewItems(texts: MainTexts, item: ItemOf): Item[] {
  return [
    item('toggle-sidebar'),
    item('next-pane'),
    item('previous-pane'),
    item('refresh'),
    separator,
    item('zoom-in'),
    item('zoom-out'),
    item('zoom-reset'),
    separator,
    { role: 'togglefullscreen', label: texts.roles.fullScreen },
  ]
}

function goItems(item: ItemOf): Item[] {
  const modules = [item('go-1'), item('go-2'), item('go-3')]
  const pages = [item('go-back'), item('go-forward')]
  const records = [item('next-record'), item('previous-record'), item('next-tab'), item('previous-tab')]
  return [...modules, separator, ...pages, separator, ...records]
}

function recordItems(item: ItemOf): Item[] {
  return [
    item('open-in-window'),
    separator,
    item('edit-record'),
    item('edit-cell'),
    item('copy-phone'),
    separator,
    item('trash-record'),
  ]
}

function isEnabled(facts: MenuFacts, id: CommandId): boolean {
  if (ownCommands.has(id)) return id !== 'lock' || facts.isUnlocked
  return facts.enabled.includes(id) && (facts.isUnlocked || lockedCommands.has(id))
}

function acceleratorOf(facts: MenuFacts, id: CommandId): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  const keys = keysOf(id, facts.platform === 'darwin' ? 'mac' : 'win')
  return keys === null ? {} : { accelerator: keys, registerAccelerator: ownCommands.has(id) }
}

/** 文件(&F) and &File; macOS has no access keys. */
function menuLabel(facts: MenuFacts, texts: MainTexts, name: MenuName): string {
  const label = texts.menus[name]
  if (facts.platform === 'darwin') return label
  return facts.locale === 'en' ? `&${label}` : `${label}(&${texts.accessKeys[name]})`
}

function escapeAmpersand(facts: MenuFacts, label: string): string {
  return facts.platform === 'darwin' ? label : label.replaceAll('&', '&&')
}
