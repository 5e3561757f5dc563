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
import { dressWindow, openMainWindow } from './kernel/window/main-window.ts'
import { createMenuBar, type ShowMenuBar } from './kernel/window/menu-bar.ts'
import { lockWithSystem } from './kernel/window/power-locks.ts'
import { offerTextMenu } from './kernel/window/text-menu.ts'
import { askAboutHang, askAboutJobs, showFatalBug } from './kernel/window/trouble-dialogs.ts'
import { createWindowKeeper, type WindowKeeper } from './kernel/window/window-keeper.ts'

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
    () => keeper.current(),
    () => program.preferences.get().locale,
  )
  const program = composeMain({
    userData,
    origin: appOrigin,
    systemLanguages: app.getPreferredSystemLanguages(),
    desktop,
    windows: () => keeper.listening(),
    spawnVaultWorker: () => new Worker(join(import.meta.dirname, 'vault-worker.js'), { workerData: { programFolder: userData } }),
    log,
    now: () => new Date(),
    monotonicMs,
    dropContent: reason => {
      if (reason !== 'quit') keeper.dropContent()
    },
    onAppearance: () => dress(program, keeper, showMenuBar),
  })
  const showMenuBar = createMenuBar(program.runCommand)
  const keeper = keepWindow(program, () => quit.mayQuit())
  const quit = createQuitSequence(
    {
      isJobRunning: program.jobs.isAny,
      askToStop: () => askAboutJobs(keeper.current(), program.preferences.get().locale),
      shutDown: () => {
        keeper.hide()
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
  dress(program, keeper, showMenuBar)
  nativeTheme.on('updated', () => dress(program, keeper, showMenuBar))
  app.on('second-instance', keeper.show)
  app.on('activate', keeper.show)
  app.on('window-all-closed', () => {
    if (systemPlatform() !== 'darwin') app.quit()
  })
  app.on('before-quit', event => {
    if (!quit.mayQuit()) event.preventDefault()
  })
  app.on('quit', () => log.write('quit'))
  keeper.show()
}

function guardSession(): void {
  const ours = session.fromPartition(sessionPartition, { cache: false })
  denyPermissions(ours)
  filterRequests(ours, { isPackaged: app.isPackaged })
  serveApp(ours, readPageManifest(join(import.meta.dirname, '../renderer')))
}

function keepWindow(program: MainProgram, mayQuit: () => boolean): WindowKeeper {
  return createWindowKeeper({
    open: () => {
      const window = openMainWindow({
        isPackaged: app.isPackaged,
        preload: join(import.meta.dirname, 'preload.cjs'),
        placeFile: join(userData, 'window.json'),
        preferences: program.preferences.get,
      })
      window.webContents.once('did-finish-load', program.warm)
      offerTextMenu(window, () => program.preferences.get().locale)
      return window
    },
    monotonicMs,
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
    onHang: window => {
      log.write('renderer-unresponsive')
      return askAboutHang(window, program.preferences.get().locale)
    },
  })
}

/** Theme, menu, title and zoom as preferences, vault and page say now. */
function dress(program: MainProgram, keeper: WindowKeeper, showMenuBar: ShowMenuBar): void {
  const preferences = program.preferences.get()
  if (nativeTheme.themeSource !== preferences.theme) nativeTheme.themeSource = preferences.theme
  showMenuBar({
    platform: systemPlatform(),
    locale: preferences.locale,
    isUnlocked: program.lifecycle.isUnlocked(),
    ...program.offered(),
  })
  const window = keeper.current()
  if (window !== null) dressWindow(window, preferences)
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
