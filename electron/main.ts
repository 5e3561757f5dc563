import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { app, ipcMain, nativeTheme, powerMonitor, protocol, session } from 'electron'
import { composeMain, type MainProgram } from './compose-main.ts'
import { createElectronDesktop, systemPlatform } from './kernel/host/electron-desktop.ts'
import { createQuitSequence } from './kernel/host/quit-sequence.ts'
import { answerCalls } from './kernel/ipc/main-ipc.ts'
import { createLog } from './kernel/log/log.ts'
import { appOrigin } from './kernel/security/app-origin.ts'
import { appSchemePrivileges, serveApp } from './kernel/security/app-protocol.ts'
import { guardContents } from './kernel/security/navigation-guard.ts'
import { readPageManifest } from './kernel/security/page-manifest.ts'
import { denyPermissions } from './kernel/security/permission-guard.ts'
import { filterRequests } from './kernel/security/request-filter.ts'
import { findRefusedFlags } from './kernel/security/start-flags.ts'
import { sessionPartition } from './kernel/security/window-options.ts'
import { type AppWindows, openAppWindows } from './kernel/window/app-windows.ts'
import { createMenuBar, type ShowMenuBar } from './kernel/window/menu-bar.ts'
import { dressWindow } from './kernel/window/page-window.ts'
import { lockWithSystem } from './kernel/window/power-locks.ts'
import { askAboutJobs, showFatalBug } from './kernel/window/trouble-dialogs.ts'

const monotonicMs = (): number => performance.now()

// no crash reporter is started: a dump would hold what the page shows, in the clear
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appSchemePrivileges])
app.on('web-contents-created', (_event, contents) => guardContents(contents))

const ownFolder = app.commandLine.getSwitchValue('user-data-dir')
if (ownFolder !== '') app.setPath('userData', ownFolder)
const userData = app.getPath('userData')
const log = createLog({ folder: join(userData, 'logs'), now: () => new Date() })

const refusedFlags = app.isPackaged ? findRefusedFlags(process.argv.slice(1)) : []
if (refusedFlags.length > 0) {
  log.write('flags-refused', { count: refusedFlags.length })
  app.exit(1)
} else if (app.requestSingleInstanceLock()) {
  void startWhenReady()
} else {
  app.exit(0)
}

async function startWhenReady(): Promise<void> {
  try {
    await app.whenReady()
    start()
  } catch (error) {
    await closeAfterBug(error, null)
  }
}

function start(): void {
  log.write('start', { platform: systemPlatform() })
  const desktop = createElectronDesktop(
    () => windows.inFront.current(),
    () => program.preferences.get().locale,
  )
  const program = composeMain({
    userData,
    origin: appOrigin,
    systemLanguages: app.getPreferredSystemLanguages(),
    desktop,
    windows: () => windows.listening(),
    windowInFront: () => windows.inFront.current()?.webContents.id ?? null,
    openContactWindow: id => windows.contacts.show(id),
    showMainWindow: () => {
      windows.main.show()
      return windows.main.current()?.webContents.id ?? null
    },
    spawnVaultWorker: () => new Worker(join(import.meta.dirname, 'vault-worker.js'), { workerData: { programFolder: userData } }),
    log,
    now: () => new Date(),
    monotonicMs,
    dropContent: reason => {
      windows.contacts.closeAll()
      if (reason !== 'quit') windows.main.dropContent()
    },
    onAppearance: () => dress(program, windows, showMenuBar),
  })
  const showMenuBar = createMenuBar(program.runCommand)
  const windows = openWindows(program, () => quit.mayQuit())
  const quit = createQuitSequence(
    {
      isJobRunning: program.jobs.isAny,
      askToStop: () => askAboutJobs(windows.inFront.current(), program.preferences.get().locale),
      shutDown: () => {
        windows.main.hide()
        return program.shutDown()
      },
      quit: () => app.quit(),
    },
    error => void log.bug('main', error),
  )
  process.on('uncaughtException', error => void closeAfterBug(error, program))
  process.on('unhandledRejection', error => void log.bug('main', error))

  guardSession()
  answerCalls(ipcMain, program.answer)
  lockWithSystem(powerMonitor, program.lock, program.checkIdle)
  dress(program, windows, showMenuBar)
  nativeTheme.on('updated', () => dress(program, windows, showMenuBar))
  app.on('second-instance', windows.main.show)
  app.on('activate', windows.main.show)
  app.on('browser-window-focus', (_event, window) => {
    windows.inFront.noteFocus(window)
    dress(program, windows, showMenuBar)
  })
  app.on('window-all-closed', () => {
    if (systemPlatform() !== 'darwin') app.quit()
  })
  app.on('before-quit', event => {
    if (!quit.mayQuit()) event.preventDefault()
  })
  app.on('quit', () => log.write('quit'))
  windows.main.show()
}

function guardSession(): void {
  const ours = session.fromPartition(sessionPartition, { cache: false })
  denyPermissions(ours)
  filterRequests(ours, { isPackaged: app.isPackaged })
  serveApp(ours, readPageManifest(join(import.meta.dirname, '../renderer')))
}

function openWindows(program: MainProgram, mayQuit: () => boolean): AppWindows {
  return openAppWindows({
    page: {
      isPackaged: app.isPackaged,
      preload: join(import.meta.dirname, 'preload.cjs'),
      preferences: program.preferences.get,
    },
    placeFile: join(userData, 'window.json'),
    monotonicMs,
    onLoaded: program.warm,
    mayClose: () => {
      // on macOS the program stays when its window closes; a job under way is asked about as when quitting
      if (systemPlatform() !== 'darwin' || program.jobs.isAny()) return mayQuit()
      program.lock('manual')
      return true
    },
    onMinimised: () => {
      if (program.preferences.get().lockOnMinimise) program.lock('minimise')
    },
    onPageGone: reason => {
      log.write('renderer-gone', { reason })
      program.lock('crash')
    },
    onHopeless: () => void closeAfterBug(new Error('the page does not stay open'), program),
    onHang: () => log.write('renderer-unresponsive'),
  })
}

/** Theme, menu, title and zoom as preferences, vault and the page in front say now. */
function dress(program: MainProgram, windows: AppWindows, showMenuBar: ShowMenuBar): void {
  const preferences = program.preferences.get()
  if (nativeTheme.themeSource !== preferences.theme) nativeTheme.themeSource = preferences.theme
  showMenuBar({
    platform: systemPlatform(),
    locale: preferences.locale,
    isUnlocked: program.lifecycle.isUnlocked(),
    isMainInFront: windows.inFront.current() === windows.main.current(),
    ...program.offered(),
  })
  for (const window of windows.all()) dressWindow(window, preferences)
}

/** A bug in main: nothing can be relied on, so the vault is closed in order, the reference is shown and the program ends. */
async function closeAfterBug(error: unknown, program: MainProgram | null): Promise<void> {
  const reference = log.bug('main', error)
  try {
    await program?.shutDown()
  } catch (second) {
    log.bug('main', second)
  }
  showFatalBug(program?.preferences.get().locale ?? 'en', reference)
  app.exit(1)
}
