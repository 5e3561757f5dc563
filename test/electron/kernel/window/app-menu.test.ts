import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { buildAppMenu, type MenuFacts } from '../../../../electron/kernel/window/app-menu.ts'
import { type CommandId, commandIds } from '../../../../shared/features/app/app-state.ts'
import { keysOf } from '../../../../shared/features/app/shortcuts.ts'

const facts: MenuFacts = {
  platform: 'win32',
  locale: 'zh-CN',
  isUnlocked: true,
  isMainInFront: true,
  enabled: commandIds,
  undoLabel: '',
  redoLabel: '',
}

type Item = MenuItemConstructorOptions

function menuOf(changes: Partial<MenuFacts> = {}, onCommand: (command: CommandId) => void = () => undefined): Item[] {
  return buildAppMenu({ ...facts, ...changes }, onCommand)
}

function allItems(menu: readonly Item[]): Item[] {
  return menu.flatMap(item => (Array.isArray(item.submenu) ? allItems(item.submenu) : [item]))
}

function itemOf(menu: readonly Item[], id: CommandId): Item | undefined {
  return allItems(menu).find(item => item.id === id)
}

test.each([
  ['win32', 'zh-CN', ['文件(&F)', '编辑(&E)', '查看(&V)', '转到(&G)', '记录(&R)', '帮助(&H)']],
  ['win32', 'en', ['&File', '&Edit', '&View', '&Go', '&Record', '&Help']],
  ['linux', 'en', ['&File', '&Edit', '&View', '&Go', '&Record', '&Help']],
  ['darwin', 'en', ['Zhanggui', 'File', 'Edit', 'View', 'Go', 'Record', 'Window', 'Help']],
  ['darwin', 'zh-CN', ['掌柜', '文件', '编辑', '查看', '转到', '记录', '窗口', '帮助']],
] as const)('the menu bar of %s in %s', (platform, locale, labels) => {
  expect(menuOf({ platform, locale }).map(item => item.label)).toEqual(labels)
})

test.each(['win32', 'darwin', 'linux'] as const)('every command is in the menu of %s once, with its key', platform => {
  const items = allItems(menuOf({ platform })).filter(item => item.id !== undefined)
  const expected = commandIds.map(id => [id, keysOf(id, platform === 'darwin' ? 'mac' : 'win') ?? undefined])

  expect(items).toHaveLength(commandIds.length)
  expect(Object.fromEntries(items.map(item => [item.id, item.accelerator]))).toEqual(Object.fromEntries(expected))
})

test("the menu itself answers only the keys of what main carries out; the others are the page's", () => {
  const registered = allItems(menuOf()).filter(item => item.registerAccelerator === true)

  expect(registered.map(item => item.id)).toEqual(['lock', 'zoom-in', 'zoom-out', 'zoom-reset'])
})

test('entries that are not possible now are greyed out, not gone', () => {
  const menu = menuOf({ enabled: ['find'] })

  expect(itemOf(menu, 'find')?.enabled).toBe(true)
  expect(itemOf(menu, 'trash-record')?.enabled).toBe(false)
  expect(itemOf(menu, 'lock')?.enabled).toBe(true)
  expect(itemOf(menu, 'zoom-in')?.enabled).toBe(true)
})

test('only zoom and the sheet of shortcuts work while the vault is locked', () => {
  const enabled = allItems(menuOf({ isUnlocked: false }))
    .filter(item => item.id !== undefined && item.enabled === true)
    .map(item => item.id)

  expect(enabled).toEqual(['zoom-in', 'zoom-out', 'zoom-reset', 'shortcuts'])
})

test('undo and redo say what they would do, and a name cannot make an access key', () => {
  const menu = menuOf({ undoLabel: 'Undo: edit A & B' })

  expect(itemOf(menu, 'undo')?.label).toBe('Undo: edit A && B')
  expect(itemOf(menu, 'redo')?.label).toBe('重做')
  expect(itemOf(menuOf({ platform: 'darwin', undoLabel: 'A & B' }), 'undo')?.label).toBe('A & B')
})

test('choosing an entry tells its command', () => {
  const chosen: CommandId[] = []
  const item = itemOf(
    menuOf({}, command => chosen.push(command)),
    'new-contact',
  )
  // the click handler of our own entries takes nothing
  const click = item?.click as (() => void) | undefined
  click?.()

  expect(chosen).toEqual(['new-contact'])
})

test('no entry reloads the page or opens the developer tools', () => {
  const roles = (['win32', 'darwin', 'linux'] as const).flatMap(platform => allItems(menuOf({ platform })).map(item => item.role))

  expect(roles.filter(role => /reload|devtools/i.test(role ?? ''))).toEqual([])
})

test('text fields have their commands in the edit menu', () => {
  const roles = allItems(menuOf()).map(item => item.role)

  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']))
})

test.each(['win32', 'linux'] as const)("on %s the menu closes a customer's window, never the main one", platform => {
  const closing = (isMainInFront: boolean) =>
    allItems(menuOf({ platform, isMainInFront })).find(item => item.role === 'close')?.enabled

  expect(closing(true)).toBe(false)
  expect(closing(false)).toBe(true)
})
