import type { StaffMember } from '../../../shared/features/vault/vault.ts'
import type { VaultDescription } from '../../kernel/vault/describe-vault.ts'

/** What the window may know of a vault that is not open. */
export type ClosedVault =
  | { readonly state: 'none' }
  | { readonly state: 'missing'; readonly shopName: string; readonly what: 'folder' | 'file' | 'keyring' | 'keyring-damaged' }
  | { readonly state: 'present'; readonly shopName: string; readonly staff: readonly StaffMember[]; readonly waitSeconds: number }

/**
 * Reads a description in the light of what is remembered: an empty or absent folder is a first run where no vault was
 * ever known, and a missing vault where one was, so that nobody is led to make a second one.
 */
export function toClosedVault(found: VaultDescription, knownShop: string | null): ClosedVault {
  if (found.state === 'ready') {
    return { state: 'present', shopName: found.shopName, staff: found.staff, waitSeconds: found.waitSeconds }
  }
  if (found.state === 'none') {
    return knownShop === null ? { state: 'none' } : { state: 'missing', shopName: knownShop, what: 'file' }
  }
  if (found.what === 'folder' && knownShop === null) return { state: 'none' }
  return { state: 'missing', shopName: found.shopName ?? knownShop ?? '', what: found.what }
}
