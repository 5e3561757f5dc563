import type { LockReason, StaffMember, VaultState } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Result } from '../../../shared/kernel/result.ts'
import type { VaultHost } from '../../kernel/host/vault-host.ts'
import type { CreateVaultRequest, OpenedVault, OpenVaultRequest, RecoverVaultRequest } from '../../kernel/ipc/worker-protocol.ts'
import type { ClosedVault } from './closed-vault.ts'

export interface LifecyclePorts {
  readonly host: Pick<VaultHost, 'create' | 'open' | 'recover' | 'close' | 'warm'>
  /** Looks at the vault's folder; asked only while it is closed. */
  readonly describe: () => ClosedVault
  readonly now: () => Date
  readonly onState: (state: VaultState) => void
  /** Called before the state is told: the vault in that folder is open. */
  readonly onUnlocked: (folder: string, opened: OpenedVault) => void
  /** Everything that the window, the clipboard and main hold of the vault goes now. */
  readonly onLocked: (reason: LockReason) => void
}

type Phase =
  | { readonly name: 'closed'; readonly reason: LockReason; readonly since: string }
  | { readonly name: 'opening'; readonly shopName: string }
  | { readonly name: 'unlocked'; readonly shopName: string; readonly me: StaffMember }

/** The one owner of "may anything be read now". none → opening → unlocked → locked → opening … */
export interface VaultLifecycle {
  readonly state: () => VaultState
  readonly isUnlocked: () => boolean
  readonly create: (request: CreateVaultRequest) => Promise<VaultState>
  readonly open: (request: OpenVaultRequest) => Promise<VaultState>
  readonly recover: (request: RecoverVaultRequest) => Promise<VaultState>
  /** Input is refused at once; resolves when the files are closed. Nothing to do while closed. */
  readonly lock: (reason: LockReason) => Promise<void>
  /** Locks, and ends the worker that waits for the next unlock too. */
  readonly shutDown: () => Promise<void>
  /** Another folder, or a waiting time that ended: says the state anew. */
  readonly refresh: () => VaultState
}

export function createVaultLifecycle(ports: LifecyclePorts): VaultLifecycle {
  let phase: Phase = { name: 'closed', reason: 'start', since: ports.now().toISOString() }
  /** Counts openings and locks: an answer that belongs to an earlier one is too late. */
  let turn = 0

  const state = (): VaultState => {
    if (phase.name === 'opening') return { state: 'opening', shopName: phase.shopName }
    if (phase.name === 'unlocked') return { state: 'unlocked', shopName: phase.shopName, me: phase.me }
    return closedState(ports.describe(), phase.reason, phase.since)
  }
  const refresh = (): VaultState => {
    const now = state()
    ports.onState(now)
    return now
  }
  const enter = async (folder: string, shopName: string, attempt: () => Promise<Result<OpenedVault>>): Promise<VaultState> => {
    if (phase.name !== 'closed') throw new AppError('conflict')
    const closed = phase
    turn += 1
    const mine = turn
    phase = { name: 'opening', shopName }
    refresh()
    const result = await attempt()
    if (turn !== mine) throw new AppError('locked')
    if (!result.ok) {
      phase = closed
      refresh()
      // a failure is code and details, with the reference of a bug among them
      throw new AppError(result.failure.code, result.failure)
    }
    phase = { name: 'unlocked', shopName: result.value.shopName, me: result.value.me }
    ports.onUnlocked(folder, result.value)
    return refresh()
  }
  const lock = async (reason: LockReason): Promise<void> => {
    if (phase.name === 'closed') return
    turn += 1
    phase = { name: 'closed', reason, since: ports.now().toISOString() }
    const closed = ports.host.close(reason)
    ports.onLocked(reason)
    refresh()
    await closed
    if (reason !== 'quit') ports.host.warm()
  }
  return {
    state,
    isUnlocked: () => phase.name === 'unlocked',
    create: async request => {
      if (phase.name === 'closed' && ports.describe().state === 'present') throw new AppError('vault-exists')
      return await enter(request.folder, request.shopName, () => ports.host.create(request))
    },
    open: request => enter(request.folder, shopNameOf(state()), () => ports.host.open(request)),
    recover: request => enter(request.folder, shopNameOf(state()), () => ports.host.recover(request)),
    lock,
    shutDown: async () => {
      await lock('quit')
      await ports.host.close('quit')
    },
    refresh,
  }
}

function closedState(vault: ClosedVault, reason: LockReason, since: string): VaultState {
  if (vault.state !== 'present') return vault
  return { state: 'locked', shopName: vault.shopName, staff: [...vault.staff], since, reason, waitSeconds: vault.waitSeconds }
}

function shopNameOf(state: VaultState): string {
  return state.state === 'none' ? '' : state.shopName
}
