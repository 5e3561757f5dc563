import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppHandlerPorts, createAppHandlers } from '../../../../electron/features/app/app-main-handlers.ts'
import { openPreferences } from '../../../../electron/features/app/preferences-file.ts'
import { createTimedClipboard } from '../../../../electron/features/app/timed-clipboard.ts'
import type { Desktop } from '../../../../electron/kernel/host/desktop.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { asCaller } from '../../../helpers/as-caller.ts'
import { aDesktop } from '../../../helpers/fake-desktop.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-app-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function handlers(desktop: Partial<Desktop> = {}, ports: Partial<AppHandlerPorts> = {}) {
  const told: unknown[] = []
  const tell = (thing: unknown): void => void told.push(thing)
  const fake = aDesktop(desktop)
  const handlersOfApp = createAppHandlers({
    desktop: fake,
    preferences: openPreferences({ file: join(folder, 'preferences.json'), systemLanguages: ['en'], onDamaged: () => undefined }),
    clipboard: createTimedClipboard(fake.clipboard, tell),
    isUnlocked: () => true,
    grantFile: (_token, path) => tell(path),
    noteActivity: () => tell('activity'),
    onPreferences: tell,
    onCommands: (commands, contentsId) => tell([contentsId, commands]),
    openContactWindow: id => tell(['window', id]),
    showInMainWindow: path => tell(['main window', path]),
    ...ports,
  })
  return { made: asCaller(handlersOfApp, 3), told }
}

test('preferences are changed, told and answered', async () => {
  const { made, told } = handlers()
  const changed = await made['app.setPreferences']({ locale: 'zh-CN', theme: undefined })

  expect(changed).toMatchObject({ locale: 'zh-CN', theme: 'system' })
  expect(told).toEqual([changed])
})

test('a file is chosen and granted', async () => {
  const path = join(folder, 'a.vcf')
  writeFileSync(path, 'x')
  const { made, told } = handlers({ chooseFile: () => Promise.resolve(path) })

  expect(await made['app.chooseFile']({ purpose: 'vcard' })).toMatchObject({ name: 'a.vcf', bytes: 1 })
  expect(told).toEqual([path])
})

test('a closed dialog is null, and nothing is granted', async () => {
  const { made, told } = handlers()

  expect(await made['app.chooseFile']({ purpose: 'vcard' })).toBeNull()
  expect(told).toEqual([])
})

test('no file is granted when the vault is locked, also while the dialog stood open', async () => {
  let isUnlocked = true
  const path = join(folder, 'a.vcf')
  writeFileSync(path, 'x')
  const chooseFile = (): Promise<string> => {
    isUnlocked = false
    return Promise.resolve(path)
  }
  const { made, told } = handlers({ chooseFile }, { isUnlocked: () => isUnlocked })

  await expect(made['app.chooseFile']({ purpose: 'vcard' })).rejects.toMatchObject({ code: 'locked' })
  await expect(made['app.chooseFile']({ purpose: 'vcard' })).rejects.toMatchObject({ code: 'locked' })
  expect(told).toEqual([])
})

test('a PDF is saved where the person says, under a name that is safe', async () => {
  const names: string[] = []
  const chooseSavePlace = (name: string): Promise<string> => {
    names.push(name)
    return Promise.resolve(join(folder, 'saved.pdf'))
  }

  expect(await handlers({ chooseSavePlace }).made['app.savePdf']({ name: '../code' })).toEqual({ saved: true })
  expect(names).toEqual(['-code.pdf'])
  expect(readFileSync(join(folder, 'saved.pdf'), 'latin1')).toBe('%PDF')
})

test('a PDF is not saved when the dialog is closed or the folder refuses it', async () => {
  const refusing = handlers({ chooseSavePlace: () => Promise.resolve(join(folder, 'gone', 'x.pdf')) })

  expect(await handlers().made['app.savePdf']({ name: 'code' })).toEqual({ saved: false })
  await expect(refusing.made['app.savePdf']({ name: 'code' })).rejects.toMatchObject({ code: 'folder-not-writable' })
})

test('text goes to the clipboard; activity and commands are told', async () => {
  const desktop = aDesktop()
  const { made, told } = handlers({ clipboard: desktop.clipboard })
  await made['app.copy']({ text: 'tea' })
  await made['app.noteActivity']({})
  await made['app.setCommands']({ enabled: ['save'], undoLabel: 'u', redoLabel: '' })

  expect(await desktop.clipboard.readText()).toBe('tea')
  expect(told).toEqual(['activity', [3, { enabled: ['save'], undoLabel: 'u', redoLabel: '' }]])
})

test('a window for a customer, and a page in the main window, are shown only while the vault is open', async () => {
  const id = ContactId.parse('0198f3c2-0000-7000-8000-000000000001')
  const { made, told } = handlers()
  await made['app.openContactWindow']({ id })
  await made['app.showInMainWindow']({ path: '/settings' })
  const locked = handlers({}, { isUnlocked: () => false })

  expect(told).toEqual([
    ['window', id],
    ['main window', '/settings'],
  ])
  expect(() => locked.made['app.openContactWindow']({ id })).toThrow(expect.objectContaining({ code: 'locked' }))
  expect(() => locked.made['app.showInMainWindow']({ path: '/settings' })).toThrow(expect.objectContaining({ code: 'locked' }))
  expect(locked.told).toEqual([])
})
