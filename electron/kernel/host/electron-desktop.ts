import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import type { Locale } from '../../../shared/features/app/app-state.ts'
import { mainTexts } from '../window/menu-texts.ts'
import type { Desktop } from './desktop.ts'

/** The desktop as Electron offers it. `window` is null between a window's end and the next one. */
export function createElectronDesktop(window: () => BrowserWindow | null, locale: () => Locale): Desktop {
  const openDialog = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const parent = window()
    const answer = parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options)
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }
  return {
    info: { version: app.getVersion(), platform: systemPlatform(), standIn: process.versions['electron'] === undefined },
    clipboard: {
      readText: () => clipboard.readText(),
      writeText: text => clipboard.writeText(text),
      clear: () => clipboard.clear(),
    },
    chooseFile: () => {
      const { files } = mainTexts(locale())
      return openDialog({
        properties: ['openFile'],
        filters: [
          { name: files.vcard, extensions: ['vcf', 'vcard'] },
          { name: files.allFiles, extensions: ['*'] },
        ],
      })
    },
    chooseVaultFolder: () => openDialog({ title: mainTexts(locale()).files.chooseVault, properties: ['openDirectory'] }),
    chooseSavePlace: async name => {
      const options = { defaultPath: name, filters: [{ name: 'PDF', extensions: ['pdf'] }] }
      const parent = window()
      const answer = parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options)
      return answer.canceled || answer.filePath === '' ? null : answer.filePath
    },
    print: () => {
      const printed = Promise.withResolvers<void>()
      const contents = window()?.webContents
      if (contents === undefined) printed.resolve()
      else contents.print({}, () => printed.resolve())
      return printed.promise
    },
    renderPdf: async () => {
      const contents = window()?.webContents
      if (contents === undefined) throw new Error('there is a window while its page calls')
      return await contents.printToPDF({ pageSize: 'A4', printBackground: true })
    },
  }
}

/** Every system that is none of the two others has the keys and habits of Linux here. */
export function systemPlatform(): 'win32' | 'darwin' | 'linux' {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
}
