import { join } from 'node:path'
import { contract, type mainContract } from '../shared/contract.ts'
import type { CommandId, Preferences } from '../shared/features/app/app-state.ts'
import { stepZoom } from '../shared/features/app/zoom-steps.ts'
import type { ContactId } from '../shared/features/contacts/contact.ts'
import type { LockReason } from '../shared/features/vault/vault.ts'
import { type AppHandlerPorts, createAppHandlers, type OfferedCommands } from './features/app/app-main-handlers.ts'
import { createOfferedMenu } from './features/app/offered-menu.ts'
import { openPreferences, type PreferencesFile } from './features/app/preferences-file.ts'
import { createTimedClipboard } from './features/app/timed-clipboard.ts'
import { createVaultControl, type VaultControl } from './features/vault/vault-control.ts'
import type { VaultLifecycle } from './features/vault/vault-lifecycle.ts'
import type { Desktop } from './kernel/host/desktop.ts'
import { createRunningJobs, type RunningJobs } from './kernel/host/running-jobs.ts'
import type { WorkerThread } from './kernel/host/worker-thread.ts'
import { createBroadcast, type Listening } from './kernel/ipc/broadcast.ts'
import type { MainHandlersFor } from './kernel/ipc/handlers.ts'
import { type AnswerCall, createCallRouter } from './kernel/ipc/main-ipc-routing.ts'
import type { Log } from './kernel/log/log.ts'

export interface MainParts {
  readonly userData: string
  readonly origin: string
  readonly systemLanguages: readonly string[]
  readonly desktop: Desktop
  readonly windows: () => Iterable<Listening>
  /** The content of the window that has the focus, or had it last; null where there is none. */
  readonly windowInFront: () => number | null
  /** Throws too-many. */
  readonly openContactWindow: (id: ContactId) => void
  /** Brings the main window to the front and answers its content; null where it cannot be. */
  readonly showMainWindow: () => number | null
  readonly spawnVaultWorker: () => WorkerThread
  readonly log: Log
  readonly now: () => Date
  readonly monotonicMs: () => number
  /** What the windows hold of the vault goes: the main one's page is loaded anew, the others close. */
  readonly dropContent: (reason: LockReason) => void
  /** Language, theme or zoom changed, or what the menu may offer. */
  readonly onAppearance: () => void
}

/** Everything of the main process that needs no Electron. */
export interface MainProgram {
  readonly answer: AnswerCall
  readonly lifecycle: VaultLifecycle
  readonly jobs: RunningJobs
  readonly preferences: PreferencesFile
  /** What the window in front can do. */
  readonly offered: () => OfferedCommands
  /** A menu entry was chosen. */
  readonly runCommand: (command: CommandId) => void
  /** Starts the worker's thread ahead of the first unlock. */
  readonly warm: () => void
  /** Locks now; what goes wrong meanwhile is logged. */
  readonly lock: (reason: LockReason) => void
  readonly checkIdle: () => void
  /** Locks, clears the clipboard, closes the files. */
  readonly shutDown: () => Promise<void>
}

export function composeMain(parts: MainParts): MainProgram {
  const { desktop, log } = parts
  const onBug = (error: unknown): void => void log.bug('main', error)
  const menu = createOfferedMenu(parts.windowInFront)
  const jobs = createRunningJobs()
  const broadcast = createBroadcast(parts.windows, log.bug, { 'jobs.changed': jobs.note })
  const clipboard = createTimedClipboard(desktop.clipboard, onBug)
  const preferences = openPreferences({
    file: join(parts.userData, 'preferences.json'),
    systemLanguages: parts.systemLanguages,
    onDamaged: () => log.write('preferences-damaged'),
  })
  const vault = createVaultControl({
    ...parts,
    chooseVaultFolder: desktop.chooseVaultFolder,
    idleMinutes: () => preferences.get().idleMinutes,
    onState: state => {
      broadcast.send('vault.changed', state)
      parts.onAppearance()
    },
    onLockWarning: seconds => broadcast.send('vault.lockWarning', { seconds }),
    onEvent: broadcast.forward,
    onLocked: reason => {
      jobs.forget()
      menu.forget()
      clipboard.clearOwn().catch(onBug)
      parts.dropContent(reason)
    },
  })
  const onPreferences = (changed: Preferences): void => {
    broadcast.send('app.preferencesChanged', changed)
    vault.idle.check()
    parts.onAppearance()
  }
  const onCommands = (commands: OfferedCommands, contentsId: number): void => {
    menu.take(commands, contentsId)
    parts.onAppearance()
  }
  return {
    answer: answerWith(parts, vault, {
      ...vault.handlers,
      ...createAppHandlers({
        ...appPortsOf(vault),
        desktop,
        preferences,
        clipboard,
        onPreferences,
        onCommands,
        openContactWindow: parts.openContactWindow,
        showInMainWindow: path => {
          const main = parts.showMainWindow()
          if (main !== null) broadcast.sendTo(main, 'app.showPage', { path })
        },
      }),
    }),
    lifecycle: vault.lifecycle,
    jobs,
    preferences,
    offered: menu.offered,
    runCommand: command => {
      const own = ownCommands(vault, preferences, onPreferences)[command]
      const inFront = parts.windowInFront()
      if (own !== undefined) runOwn(own, onBug)
      else if (inFront !== null) broadcast.sendTo(inFront, 'app.command', { command })
    },
    warm: vault.host.warm,
    lock: vault.lock,
    checkIdle: vault.idle.check,
    shutDown: async () => {
      await Promise.all([vault.lifecycle.shutDown(), clipboard.clearOwn()])
    },
  }
}

function appPortsOf({ lifecycle, host, idle }: VaultControl): Pick<AppHandlerPorts, 'isUnlocked' | 'grantFile' | 'noteActivity'> {
  return { isUnlocked: lifecycle.isUnlocked, grantFile: host.grantFile, noteActivity: idle.noteActivity }
}

function answerWith(parts: MainParts, vault: VaultControl, handlers: MainHandlersFor<typeof mainContract>): AnswerCall {
  return createCallRouter({
    contract,
    handlers,
    origin: parts.origin,
    ownContents: () => new Set(Array.from(parts.windows(), window => window.id)),
    isUnlocked: vault.lifecycle.isUnlocked,
    forward: vault.host.call,
    logBug: parts.log.bug,
  })
}

/** A zoom that a full disk does not keep is no reason to end the program. */
function runOwn(command: () => void, onBug: (error: unknown) => void): void {
  try {
    command()
  } catch (error) {
    onBug(error)
  }
}

/** Commands of the menu that no page carries out. */
function ownCommands(
  vault: VaultControl,
  preferences: PreferencesFile,
  onPreferences: (changed: Preferences) => void,
): Partial<Record<CommandId, () => void>> {
  const zoomTo = (zoom: number): void => onPreferences(preferences.change({ zoom }))
  return {
    'zoom-in': () => zoomTo(stepZoom(preferences.get().zoom, 1)),
    'zoom-out': () => zoomTo(stepZoom(preferences.get().zoom, -1)),
    'zoom-reset': () => zoomTo(100),
    lock: () => vault.lock('manual'),
  }
}
