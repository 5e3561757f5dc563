import type { LockReason, StaffMember } from '../../../shared/features/vault/vault.ts'
import type { Failure, Result } from '../../../shared/kernel/result.ts'

/** Main to vault worker. Every message with an `id` is answered exactly once by `answer`. */
export type ToVaultWorker =
  | { readonly type: 'create'; readonly id: number; readonly request: CreateVaultRequest }
  | { readonly type: 'open'; readonly id: number; readonly request: OpenVaultRequest }
  | { readonly type: 'recover'; readonly id: number; readonly request: RecoverVaultRequest }
  | { readonly type: 'call'; readonly id: number; readonly channel: string; readonly input: unknown }
  | { readonly type: 'grant-file'; readonly token: string; readonly path: string }
  /** Finish, checkpoint, write the anchor, close, end the thread. Answered when the files are closed. */
  | { readonly type: 'close'; readonly id: number; readonly reason: LockReason }

export interface CreateVaultRequest {
  readonly folder: string
  readonly shopName: string
  readonly ownerName: string
  readonly password: string
  readonly recoveryCode: string
}

export interface OpenVaultRequest {
  readonly folder: string
  readonly staffId: string
  readonly password: string
}

export interface RecoverVaultRequest {
  readonly folder: string
  readonly recoveryCode: string
  readonly newPassword: string
}

export interface OpenedVault {
  readonly vaultId: string
  readonly shopName: string
  readonly me: StaffMember
}

/** Vault worker to main. */
export type FromVaultWorker =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  /** The worker cannot go on (disk gone, file damaged while open): main locks and tells why. */
  | { readonly type: 'fatal'; readonly failure: Failure }
