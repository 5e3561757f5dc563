import { listenToBrowser } from './window-reports.ts'

// what `import … from 'electron'` means to a program that runs on the stand-in; a name that is missing here fails the import by name
export { app } from './stand-in-app.ts'
export { webContents } from './stand-in-contents.ts'
export { dialog } from './stand-in-dialog.ts'
export { ipcMain } from './stand-in-ipc-main.ts'
export { Menu } from './stand-in-menu.ts'
export { MenuItem } from './stand-in-menu-item.ts'
export { protocol, session } from './stand-in-session.ts'
export { clipboard, crashReporter, nativeTheme, powerMonitor, screen, shell } from './stand-in-system.ts'
export { BrowserWindow } from './stand-in-window.ts'

listenToBrowser()
