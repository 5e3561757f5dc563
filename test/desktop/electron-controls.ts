import type * as Electron from 'electron'
import type { MenuItem } from 'electron'
import type { DialogAnswer, DialogShown, MenuEntry } from './link-topics.ts'

/**
 * Runs inside Electron's main process, sent there as text by Playwright: so it imports nothing and closes over nothing.
 * Puts the answers of a test in the place of the system's dialogs and keeps what the program opened outside.
 */
export function installElectronControls(electron: typeof Electron) {
  const { app, BrowserWindow, clipboard, dialog, Menu, powerMonitor, shell } = electron
  const shown: DialogShown[] = []
  const prepared: { kind: string; answer: DialogAnswer }[] = []
  const open: { kind: string; resolve: (answer: DialogAnswer) => void }[] = []
  const opened: string[] = []

  const show = (entry: DialogShown): Promise<DialogAnswer> => {
    shown.push(entry)
    const ready = prepared.findIndex(answer => answer.kind === entry.kind)
    const answer = ready === -1 ? undefined : prepared.splice(ready, 1)[0]?.answer
    return answer === undefined ? new Promise(resolve => open.push({ kind: entry.kind, resolve })) : Promise.resolve(answer)
  }
  const optionsOf = <T>(given: readonly unknown[]): T => given.at(-1) as T // the window, when there is one, comes first
  const pathsOf = (answer: DialogAnswer): string[] | null =>
    'paths' in answer && answer.paths !== null ? [...answer.paths] : null

  Object.assign(dialog, {
    showOpenDialog: async (...given: readonly unknown[]) => {
      const options = optionsOf<Electron.OpenDialogOptions>(given)
      const has = (property: NonNullable<Electron.OpenDialogOptions['properties']>[number]) =>
        options.properties?.includes(property) ?? false
      const extensions = (options.filters ?? []).flatMap(filter => filter.extensions)
      const entry = { title: options.title ?? '', isMultiple: has('multiSelections'), isFolder: has('openDirectory'), extensions }
      const paths = pathsOf(await show({ kind: 'open', ...entry }))
      return { canceled: paths === null, filePaths: paths ?? [] }
    },
    showSaveDialog: async (...given: readonly unknown[]) => {
      const { title = '', defaultPath = '' } = optionsOf<Electron.SaveDialogOptions>(given)
      const paths = pathsOf(await show({ kind: 'save', title, defaultPath }))
      return { canceled: paths === null, filePath: paths?.[0] ?? '' }
    },
    showMessageBox: async (...given: readonly unknown[]) => {
      const { title = '', message, detail = '', buttons = ['OK'], cancelId = 0 } = optionsOf<Electron.MessageBoxOptions>(given)
      const answer = await show({ kind: 'message', title, message, detail, buttons, cancelId })
      return { response: 'button' in answer ? answer.button : cancelId, checkboxChecked: false }
    },
    showErrorBox: (title: string, message: string) => shown.push({ kind: 'error', title, message }),
  })
  Object.assign(shell, {
    openExternal: (address: string) => {
      opened.push(address)
      return Promise.resolve()
    },
  })

  const allItems = (items: readonly MenuItem[], above: string): { item: MenuItem; path: string }[] =>
    items.flatMap(item => {
      const path = above === '' ? item.label : `${above} > ${item.label}`
      return [{ item, path }, ...(item.submenu === undefined ? [] : allItems(item.submenu.items, path))]
    })
  const menuItems = () => allItems(Menu.getApplicationMenu()?.items ?? [], '')
  const windows = () => BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id)
  const window = () => windows()[0]
  const inFront = () => BrowserWindow.getFocusedWindow() ?? window()

  const controls = {
    answerDialog: (kind: string, answer: DialogAnswer): void => {
      const waiting = open.findIndex(entry => entry.kind === kind)
      if (waiting === -1) prepared.push({ kind, answer })
      else open.splice(waiting, 1)[0]?.resolve(answer)
    },
    shownDialogs: () => shown,
    openedOutside: () => opened,
    power: (event: string): void => void powerMonitor.emit(event),
    readClipboard: () => clipboard.readText(),
    minimize: (): void => window()?.minimize(),
    windowCount: () => BrowserWindow.getAllWindows().length,
    crash: (place: number): void => windows()[place]?.webContents.forcefullyCrashRenderer(),
    quit: (): void => void setImmediate(() => app.quit()),
    chooseMenu: (wanted: string): void => {
      const found = menuItems().find(({ item, path }) => item.id === wanted || path === wanted)?.item
      if (found === undefined) throw new Error(`the menu has no entry "${wanted}"`)
      if (!found.enabled || !found.visible) throw new Error(`the menu entry "${wanted}" cannot be chosen now`)
      found.click(undefined, inFront(), inFront()?.webContents)
    },
    listMenu: (): MenuEntry[] =>
      menuItems()
        .filter(({ item }) => item.type !== 'separator')
        .map(({ item, path }) => ({
          id: item.id,
          path,
          isEnabled: item.enabled,
          isVisible: item.visible,
          isChecked: item.checked,
          accelerator: typeof item.accelerator === 'string' ? item.accelerator : null,
        })),
  }
  Object.assign(globalThis, { desktopControls: controls })
  return controls
}
