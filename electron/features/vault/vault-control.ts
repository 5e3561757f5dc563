import { join } from 'node:path'
import type { LockReason, VaultState } from '../../../shared/features/vault/vault.ts'
import type { vaultContract } from '../../../shared/features/vault/vault-contract.ts'
import { createVaultHost, type VaultHost } from '../../kernel/host/vault-host.ts'
import type { WorkerThread } from '../../kernel/host/worker-thread.ts'
import type { MainHandlersFor } from '../../kernel/ipc/handlers.ts'
import type { Log } from '../../kernel/log/log.ts'
import { describeVault } from '../../kernel/vault/describe-vault.ts'
import { newRecoveryCode } from '../../kernel/vault/recovery-code.ts'
import { toClosedVault } from './closed-vault.ts'
import { createIdleLock, type IdleLock } from './idle-lock.ts'
import { measurePassword } from './password-strength.ts'
import { createPreparedCode } from './prepared-code.ts'
import { createVaultLifecycle, type VaultLifecycle } from './vault-lifecycle.ts'
import { createVaultHandlers } from './vault-main-handlers.ts'
import { openVaultPlace, type VaultPlace } from './vault-place.ts'

/** The longest that a lock waits for a checkpoint before the thread is ended by force (decisions.md 14). */
const closeTimeoutMs = 20_000

export interface VaultControlParts {
  readonly userData: string
  readonly spawnVaultWorker: () => WorkerThread
  readonly chooseVaultFolder: () => Promise<string | null>
  readonly idleMinutes: () => number
  readonly log: Log
  readonly now: () => Date
  readonly monotonicMs: () => number
  readonly onState: (state: VaultState) => void
  readonly onLockWarning: (seconds: number) => void
  /** An event of the worker, not yet checked. */
  readonly onEvent: (name: string, payload: unknown) => void
  /** Everything that main and the window hold of the vault goes now. */
  readonly onLocked: (reason: LockReason) => void
}

/** Opening, locking and the worker's thread, ready to be driven by calls, menus and the system. */
export interface VaultControl {
  readonly lifecycle: VaultLifecycle
  readonly host: VaultHost
  readonly idle: IdleLock
  readonly handlers: MainHandlersFor<typeof vaultContract>
  /** Locks now; what goes wrong meanwhile is logged. */
  readonly lock: (reason: LockReason) => void
}

export function createVaultControl(parts: VaultControlParts): VaultControl {
  const place = openVaultPlace(join(parts.userData, 'vault-place.json'), join(parts.userData, 'vault'))
  const lock = (reason: LockReason): void => void lifecycle.lock(reason).catch(error => parts.log.bug('main', error))
  const host = hostOf(parts, lock)
  const idle = createIdleLock({
    monotonicMs: parts.monotonicMs,
    idleMinutes: parts.idleMinutes,
    onWarning: parts.onLockWarning,
    onIdle: () => lock('idle'),
  })
  const lifecycle = createVaultLifecycle({
    host,
    describe: () => toClosedVault(describeVault(place.folder()), place.knownShop()),
    now: parts.now,
    onState: parts.onState,
    onUnlocked: (folder, opened) => {
      parts.log.write('vault-opened', { vault: opened.vaultId })
      rememberPlace(parts.log, place, folder, opened.shopName)
      idle.start()
    },
    onLocked: reason => {
      parts.log.write('vault-locked', { reason })
      idle.stop()
      parts.onLocked(reason)
    },
  })
  const handlers = createVaultHandlers({
    lifecycle,
    place,
    preparedCode: createPreparedCode(newRecoveryCode),
    measurePassword,
    chooseVaultFolder: parts.chooseVaultFolder,
    describe: folder => toClosedVault(describeVault(folder), null),
  })
  return { lifecycle, host, idle, handlers, lock }
}

function hostOf({ log, ...parts }: VaultControlParts, lock: (reason: LockReason) => void): VaultHost {
  return createVaultHost({
    spawn: parts.spawnVaultWorker,
    onEvent: parts.onEvent,
    onStopped: failure => {
      log.write('vault-fatal', { code: failure.code })
      lock('crash')
    },
    onBug: error => void log.bug('worker', error),
    onTerminated: () => log.write('worker-terminated'),
    closeTimeoutMs,
  })
}

function rememberPlace(log: Log, place: VaultPlace, folder: string, shopName: string): void {
  try {
    place.remember(folder, shopName)
  } catch (error) {
    // an open vault stays open: its place is found again at the next start, or pointed to
    log.bug('main', error)
  }
}
