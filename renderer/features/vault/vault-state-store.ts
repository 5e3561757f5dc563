import { create } from 'zustand'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import type { Result } from '../../../shared/kernel/result.ts'
import { call, on } from '../../kernel/client.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'

interface VaultStore {
  /** Null until main has answered for the first time. */
  readonly vault: VaultState | null
  /** When the next password may be tried, in milliseconds since 1970; 0 for now. */
  readonly waitUntil: number
}

/** What the window may know of the vault. It holds nothing out of it, so that it stays through a lock. */
export const useVault = create<VaultStore>(() => ({ vault: null, waitUntil: 0 }))

/** Asks once and follows every change. */
export async function watchVault(): Promise<void> {
  on('vault.changed', takeVaultState)
  on('vault.notice', ({ notice }) => showNotice({ tone: 'error', text: text(`vault:notice.${notice}`) }))
  const result = await call('vault.state', {})
  if (result.ok) takeVaultState(result.value)
}

export function takeVaultState(vault: VaultState): void {
  const seconds = vault.state === 'locked' ? vault.waitSeconds : 0
  useVault.setState({ vault, waitUntil: seconds > 0 ? Date.now() + seconds * 1000 : 0 })
}

export async function unlock(staffId: string, password: string): Promise<Result<VaultState>> {
  return taken(await call('vault.unlock', { staffId, password }))
}

export async function recover(recoveryCode: string, newPassword: string): Promise<Result<VaultState>> {
  return taken(await call('vault.recover', { recoveryCode, newPassword }))
}

export async function locate(): Promise<Result<VaultState>> {
  return taken(await call('vault.locate', {}))
}

export async function lookAgain(): Promise<Result<VaultState>> {
  return taken(await call('vault.state', {}))
}

export async function lockVault(): Promise<void> {
  taken(await call('vault.lock', {}))
}

function taken(result: Result<VaultState>): Result<VaultState> {
  if (result.ok) takeVaultState(result.value)
  else if (result.failure.code === 'wait' || result.failure.code === 'wrong-password') noteWait(result.failure.params?.seconds)
  return result
}

function noteWait(seconds: number | string | undefined): void {
  if (typeof seconds === 'number' && seconds > 0) useVault.setState({ waitUntil: Date.now() + seconds * 1000 })
}
