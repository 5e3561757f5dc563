import type { PowerMonitor } from 'electron'
import type { LockReason } from '../../../shared/features/vault/vault.ts'

/** Sleep, the system's lock screen, another user's session and a shutdown lock; after a sleep the idle time is looked at. */
export function lockWithSystem(powerMonitor: PowerMonitor, lock: (reason: LockReason) => void, onResume: () => void): void {
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('screen-lock'))
  powerMonitor.on('user-did-resign-active', () => lock('screen-lock'))
  powerMonitor.on('shutdown', () => lock('quit'))
  powerMonitor.on('resume', onResume)
  powerMonitor.on('unlock-screen', onResume)
}
