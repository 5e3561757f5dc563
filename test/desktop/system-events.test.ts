import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SmallProgram, startSmallProgram } from './small-program.ts'

let program: SmallProgram
beforeAll(async () => {
  program = await startSmallProgram()
})
afterAll(() => program.desktop.close())

const heard = (line: string) => vi.waitFor(async () => expect(await program.said()).toContain(line))

test('sleep and the lock screen reach the program', async () => {
  await program.desktop.power.suspend()
  await program.desktop.power.lockScreen()

  await heard('suspend')
  await heard('lock-screen')
})

test('minimising reaches the program', async () => {
  await program.desktop.minimize()

  await heard('minimize')
})

test('a dialog for files gives the paths that were chosen, or says that it was closed', async () => {
  const { dialogs } = program.desktop
  await dialogs.answerOpen([join('a', 'b.vcf')])
  expect(await program.call('open')).toEqual({ canceled: false, filePaths: [join('a', 'b.vcf')] })

  await dialogs.answerSave(null)
  expect(await program.call('save')).toEqual({ canceled: true, filePath: '' })

  expect(await dialogs.shown()).toMatchObject([
    { kind: 'open', title: 'Pick', isMultiple: true, isFolder: false },
    { kind: 'save', defaultPath: 'a.pdf' },
  ])
})

test('a question waits until it is answered', async () => {
  const answer = program.call('ask')
  await vi.waitFor(async () =>
    expect(await program.desktop.dialogs.shown()).toContainEqual(expect.objectContaining({ kind: 'message' })),
  )

  await program.desktop.dialogs.answerMessage(1)

  expect(await answer).toMatchObject({ response: 1 })
})

test('a menu entry is chosen by id, by its path and by its keys', async () => {
  await program.desktop.chooseMenu('lock')
  await program.desktop.chooseMenu('Shop > Lock')
  await heard('menu Lock 1')
  const before = (await program.said()).length

  await program.desktop.page.keyboard.press('ControlOrMeta+l')

  await vi.waitFor(async () => expect((await program.said()).slice(before)).toContain('menu Lock 1'))
})

test('a disabled entry and an unknown one cannot be chosen', async () => {
  await expect(program.desktop.chooseMenu('Shop > Never')).rejects.toThrow('cannot be chosen now')
  await expect(program.desktop.chooseMenu('Shop > Nowhere')).rejects.toThrow('no entry')
})

test('what the program copies is on the clipboard', async () => {
  await program.call('copy', '138 0013 8000')

  expect(await program.desktop.clipboard.read()).toBe('138 0013 8000')
})

test('an address opened outside is kept, and nothing is opened', async () => {
  await program.call('outside')

  expect(await program.desktop.openedOutside()).toEqual(['https://help.example/'])
})

test('the page can be made a PDF', async () => {
  expect(await program.call('pdf')).toBe('%PDF-')
})

test.runIf(process.env['ZHANGGUI_DESKTOP'] !== 'electron')('the dark scheme of the system reaches page and program', async () => {
  await program.desktop.setSystemDark(true)

  expect(await program.desktop.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await program.desktop.setSystemDark(false)
})

test('a member that the stand-in lacks throws by its name', async ({ skip }) => {
  if (program.desktop.kind === 'electron') skip('real Electron has every member')
  expect(await program.call('lacking', 'app')).toBe('The stand-in for Electron has no app.noSuchMember')
  expect(await program.call('lacking', 'window')).toBe('The stand-in for Electron has no BrowserWindow.noSuchMember')
  expect(await program.call('lacking', 'contents')).toBe('The stand-in for Electron has no webContents.noSuchMember')
  expect(await program.call('lacking', 'ses')).toBe('The stand-in for Electron has no session.noSuchMember')
  expect(await program.call('lacking-event')).toBe('The stand-in for Electron has no app event "no-such-event"')
})
