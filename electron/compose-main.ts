import { join } from 'node:path'
import { contract, type mainContract } from '../shared/contract.ts'
import type { CommandId, Preferences } from '../shared/features/app/app-state.ts'
import type { LockReason } from '../shared/features/vault/vault.ts'
import { createAppHandlers, type OfferedCommands } from './features/app/app-main-handlers.ts'
import { openPreferences, type PreferencesFile } from './features/app/preferences-file.ts'
import { createTimedClipboard } from './features/app/timed-clipboard.ts'
import { toClosedVault } from './features/vault/closed-vault.ts'
import { createIdleLock } from './features/vault/idle-lock.ts'
import { measurePassword } from './features/vault/password-strength.ts'
import { createPreparedCode } from './features/vault/prepared-code.ts'
import { createVaultLifecycle, type VaultLifecycle } from './features/vault/vault-lifecycle.ts'
import { createVaultHandlers } from './features/vault/vault-main-handlers.ts'
import { openVaultPlace } from './features/vault/vault-place.ts'
import type { Desktop } from './kernel/host/desktop.ts'
import { createRunningJobs, type RunningJobs } from './kernel/host/running-jobs.ts'
import { createVaultHost } from './kernel/host/vault-host.ts'
import type { WorkerThread } from './kernel/host/worker-thread.ts'
import { createBroadcast, type Listening } from './kernel/ipc/broadcast.ts'
import type { MainHandlersFor } from './kernel/ipc/handlers.ts'
import { type AnswerCall, createCallRouter } from './kernel/ipc/main-ipc-routing.ts'
import type { Log } from './kernel/log/log.ts'
import { describeVault } from './kernel/vault/describe-vault.ts'
import { newRecoveryCode } from './kernel/vault/recovery-code.ts'
import { stepZoom } from './kernel/window/zoom-steps.ts'

/** The longest that a lock waits for a checkpoint before the thread is ended by force (decisions.md 14). */
const closeTimeoutMs = 20_000

export interface MainParts {
  readonly userData: string
  readonly origin: string
  readonly systemLanguages: readonly string[]
  readonly desktop: Desktop
  readonly windows: () => Iterable<Listening & { readonly id: number }>
  readonly spawnVaultWorker: () => WorkerThread
  readonly log: Log
  readonly now: () => Date
  readonly monotonicMs: () => number
  /** What the window holds of the vault goes: its page is loaded anew. */
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

const nothingOffered: OfferedCommands = { enabled: [], undoLabel: '', redoLabel: '' }

export function composeMain(parts: MainParts): MainProgram {
  const { log } = parts
  const onBug = (error: unknown): void => void log.bug('main', error)
  const lock = (reason: LockReason): void => void lifecycle.lock(reason).catch(onBug)
  let offered = nothingOffered

  const jobs = createRunningJobs()
  const broadcast = createBroadcast(parts.windows, log.bug, { 'jobs.changed': jobs.note })
  const preferences = openPreferences({
    file: join(parts.userData, 'preferences.json'),
    systemLanguages: parts.systemLanguages,
    onDamaged: () => log.write('preferences-damaged'),
  })
  const clipboard = createTimedClipboard(parts.desktop.clipboard, onBug)
  const place = openVaultPlace(join(parts.userData, 'vault-place.json'), join(parts.userData, 'vault'))
  const host = createVaultHost({
    spawn: parts.spawnVaultWorker,
    onEvent: broadcast.forward,
    onStopped: failure => {
      log.write('vault-fatal', { code: failure.code })
      lock('crash')
    },
    onBug: error => void log.bug('worker', error),
    onTerminated: () => log.write('worker-terminated'),
    closeTimeoutMs,
  })
  const lifecycle = createVaultLifecycle({
    host,
    describe: () => toClosedVault(describeVault(place.folder()), place.knownShop()),
    now: parts.now,
    onState: state => {
      broadcast.send('vault.changed', state)
      parts.onAppearance()
    },
    onUnlocked: (folder, opened) => {
      log.write('vault-opened', { vault: opened.vaultId })
      rememberPlace(folder, opened.shopName)
      idle.start()
    },
    onLocked: reason => {
      log.write('vault-locked', { reason })
      idle.stop()
      jobs.forget()
      offered = nothingOffered
      clipboard.clearOwn().catch(onBug)
      parts.dropContent(reason)
    },
  })
  const rememberPlace = (folder: string, shopName: string): void => {
    try {
      place.remember(folder, shopName)
    } catch (error) {
      // an open vault stays open: its place is found again at the next start, or pointed to
      onBug(error)
    }
  }
  const idle = createIdleLock({
    monotonicMs: parts.monotonicMs,
    idleMinutes: () => preferences.get().idleMinutes,
    onWarning: seconds => broadcast.send('vault.lockWarning', { seconds }),
    onIdle: () => lock('idle'),
  })
  const onPreferences = (changed: Preferences): void => {
    broadcast.send('app.preferencesChanged', changed)
    idle.check()
    parts.onAppearance()
  }
  const handlers: MainHandlersFor<typeof mainContract> = {
    ...createVaultHandlers({
      lifecycle,
      place,
      preparedCode: createPreparedCode(newRecoveryCode),
      measurePassword,
      chooseVaultFolder: () => parts.desktop.chooseVaultFolder(),
      describe: folder => toClosedVault(describeVault(folder), null),
    }),
    ...createAppHandlers({
      desktop: parts.desktop,
      preferences,
      clipboard,
      isUnlocked: lifecycle.isUnlocked,
      grantFile: host.grantFile,
      noteActivity: idle.noteActivity,
      onPreferences,
      onCommands: commands => {
        offered = commands
        parts.onAppearance()
      },
    }),
  }
  const zoomTo = (zoom: number): void => onPreferences(preferences.change({ zoom }))
  const ownCommands: Partial<Record<CommandId, () => void>> = {
    'zoom-in': () => zoomTo(stepZoom(preferences.get().zoom, 1)),
    'zoom-out': () => zoomTo(stepZoom(preferences.get().zoom, -1)),
    'zoom-reset': () => zoomTo(100),
    lock: () => lock('manual'),
  }
  return {
    answer: createCallRouter({
      contract,
      handlers,
      origin: parts.origin,
      ownContents: () => new Set(Array.from(parts.windows(), window => window.id)),
      isUnlocked: lifecycle.isUnlocked,
      forward: host.call,
      logBug: log.bug,
    }),
    lifecycle,
    jobs,
    preferences,
    offered: () => offered,
    runCommand: command => (ownCommands[command] ?? (() => broadcast.send('app.command', { command })))(),
    warm: host.warm,
    lock,
    checkIdle: idle.check,
    shutDown: async () => {
      await Promise.all([lifecycle.shutDown(), clipboard.clearOwn()])
    },
  }
}
