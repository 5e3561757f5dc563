import { useEffect } from 'react'
import { create } from 'zustand'
import type { VaultState } from '../../shared/features/vault/vault.ts'
import { isAllowed, type Permission, type Role } from '../../shared/kernel/permission.ts'
import { call, on } from './client.ts'

/** The role of whoever is using the vault; null while nobody is, or before it is known. Nothing out of the vault. */
export const useMyRole = create<{ readonly role: Role | null }>(() => ({ role: null }))

let following = false

/** Whether the person at the window may do this. True until her role is known: main decides in any case. */
export function useMay(permission: Permission): boolean {
  useEffect(follow, [])
  return useMyRole(({ role }) => role === null || isAllowed(role, permission))
}

function follow(): void {
  if (following) return
  following = true
  on('vault.changed', take)
  void call('vault.state', {}).then(result => result.ok && take(result.value))
}

function take(vault: VaultState): void {
  useMyRole.setState({ role: vault.state === 'unlocked' ? vault.me.role : null })
}
