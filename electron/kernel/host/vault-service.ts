import { statSync } from 'node:fs'
import type { LockReason } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Contract } from '../../../shared/kernel/channel.ts'
import { fail, succeed } from '../../../shared/kernel/result.ts'
import type { Actor } from '../changes/change.ts'
import { ensureDerived } from '../changes/derived-version.ts'
import { createSpine, type Spine } from '../changes/spine.ts'
import type { DerivedTable, SyncedTable } from '../changes/synced-table.ts'
import { newId, systemNow } from '../clock.ts'
import type { WritableDb } from '../db/database.ts'
import { migrateVault } from '../db/migrate-vault.ts'
import { toFailure } from '../ipc/dispatch.ts'
import { type AnyHandler, createVaultSession, type VaultSession } from '../ipc/vault-session.ts'
import type { FromVaultWorker, OpenedVault, ToVaultWorker } from '../ipc/worker-protocol.ts'
import { createJobRunner } from '../jobs/create-job-runner.ts'
import type { Emit, Housekeeping } from '../jobs/job-parts.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { rollBackUnfinished } from '../jobs/roll-back-unfinished.ts'
import { workerUrl } from '../jobs/thread-source.ts'
import type { Log } from '../log/log.ts'
import { ensureDevice, readDeviceNode } from '../vault/device-node.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { createVault, openVault, recoverVault, type VaultOptions } from '../vault/vault-store.ts'
import { clearUpLater } from './clear-up-later.ts'

/** What the slices bring; put together in compose.ts. */
export interface VaultSlices {
  readonly channels: Contract
  readonly handlers: Readonly<Record<string, AnyHandler>>
  readonly tables: readonly SyncedTable[]
  readonly derived: readonly DerivedTable[]
  /** Raised by one whenever a derived table would be made differently. */
  readonly derivedVersion: number
  readonly housekeeping: (vault: OpenVault) => readonly Housekeeping[]
  /** Clearing up, some time after each opening, between a person's calls: short. */
  readonly clearUp: (db: WritableDb, now: Date) => void
}

export interface VaultServiceParts {
  readonly slices: VaultSlices
  readonly post: (message: FromVaultWorker) => void
  /** Ends the thread, after everything was closed and answered. */
  readonly end: () => void
  readonly log: Log
  /** The program's own folder, where this computer's node is kept. */
  readonly programFolder: string
}

export interface VaultService {
  /** Takes one message of main; every one with an id is answered once. */
  readonly receive: (message: ToVaultWorker) => Promise<void>
}

interface Session {
  readonly vault: OpenVault
  readonly jobs: JobRunner
  readonly session: VaultSession
}

/** One vault, closed or open, on the worker's side of the protocol. */
export function createVaultService(parts: VaultServiceParts): VaultService {
  const files = new Map<string, string>()
  let current: Session | null = null
  let opening: Promise<unknown> = Promise.resolve()

  const openNow = async (start: (options: VaultOptions) => Promise<OpenVault>): Promise<OpenedVault> => {
    if (current !== null) throw new AppError('vault-in-use')
    const vault = await start({
      migrate: connection => migrateVault(connection),
      onCheckpointError: error => void parts.log.bug('checkpoint', error),
      checkpointScript: workerUrl('checkpoint-worker', import.meta.url),
    })
    try {
      current = openSession(parts, vault, files)
    } catch (error) {
      await vault.stopCheckpoints()
      vault.close('crash')
      throw error
    }
    clearUpLater({
      isStillOpen: () => current?.vault === vault,
      clearUp: () => {
        parts.slices.clearUp(vault.writer, systemNow())
        vault.noteCommit()
      },
      logBug: error => void parts.log.bug('clear-up', error),
    })
    if (vault.anchor === 'behind') parts.post({ type: 'event', name: 'vault.notice', payload: { notice: 'rolled-back' } })
    return { vaultId: vault.vaultId, shopName: vault.shopName, me: vault.me }
  }

  const open = (start: (options: VaultOptions) => Promise<OpenVault>): Promise<OpenedVault> => {
    const opened = openNow(start)
    opening = opened
    return opened
  }

  const close = async (reason: LockReason): Promise<void> => {
    // an opening under way ends first, so that its keys are wiped and its files closed in order
    await opening.catch(() => undefined)
    const closing = current
    current = null
    // together: a job may be waiting for a checkpoint
    await Promise.all([closing?.jobs.close(), closing?.vault.stopCheckpoints()])
    closing?.vault.close(reason)
  }

  const answer = async (id: number, work: () => Promise<unknown>): Promise<void> => {
    try {
      parts.post({ type: 'answer', id, result: succeed(await work()) })
    } catch (error) {
      parts.post({ type: 'answer', id, result: fail(toFailure(error, () => parts.log.bug('worker', error))) })
    }
  }

  return {
    receive: async message => {
      switch (message.type) {
        case 'create':
          return answer(message.id, () => open(options => createVault({ ...message.request, ...options })))
        case 'open':
          return answer(message.id, () => open(options => openVault({ ...message.request, ...options })))
        case 'recover':
          return answer(message.id, () => open(options => recoverVault({ ...message.request, ...options })))
        case 'call': {
          const result = await (current?.session.call(message.channel, message.input) ?? fail({ code: 'locked' as const }))
          parts.post({ type: 'answer', id: message.id, result })
          return
        }
        case 'grant-file':
          files.set(message.token, message.path)
          return
        case 'close':
          await answer(message.id, () => close(message.reason).then(() => null))
          parts.end()
      }
    },
  }
}

function openSession(parts: VaultServiceParts, vault: OpenVault, files: ReadonlyMap<string, string>): Session {
  const actor: Actor = { staffId: vault.me.id, role: vault.me.role }
  const db = vault.writer
  const node = readDeviceNode(parts.programFolder)
  const { tables, derived } = parts.slices
  const spine = createSpine(db, { tables, derived, now: systemNow, deviceNode: node })
  ensureDerived(db, derived, parts.slices.derivedVersion)
  const emit: Emit = (name, payload) => parts.post({ type: 'event', name, payload })
  db.transaction(() => enterPeopleAndComputer(db, spine, vault, actor, node))
  const afterCommit = (): void => {
    vault.noteCommit()
    tellWritten(spine, emit)
  }
  const jobs = createJobRunner({
    db,
    spine,
    emit,
    now: systemNow,
    newId,
    actor,
    logBug: error => void parts.log.bug('job', error),
    onDiskFull: () => void vault.releaseBallast(),
    betweenBatches: [{ everyBatches: 1, run: vault.noteBatch }, ...parts.slices.housekeeping(vault)],
  })
  const session = createVaultSession({
    channels: parts.slices.channels,
    handlers: parts.slices.handlers,
    db,
    spine,
    jobs,
    actor,
    now: systemNow,
    newId,
    filePath: token => {
      const path = files.get(token)
      if (path === undefined) throw new AppError('file-missing')
      return path
    },
    logBug: parts.log.bug,
    beforeCommand: () => assertFileThere(vault.databasePath),
    afterCommit,
    onDiskFull: () => void vault.releaseBallast(),
  })
  rollBackUnfinished({ db, spine, jobs })
  return { vault, jobs, session }
}

/** The owner and this computer, at the vault's first opening here. */
function enterPeopleAndComputer(db: WritableDb, spine: Spine, vault: OpenVault, actor: Actor, node: Buffer): void {
  const at = systemNow()
  if (db.get('SELECT 1 FROM staff WHERE id = ?', vault.me.id) === undefined) {
    const values = { name: vault.me.name, role: vault.me.role, created_at: at.toISOString() }
    spine.apply({ kind: 'edit', name: 'vault-create', subject: '' }, actor, [
      { table: 'staff', id: vault.me.id, kind: 'insert', values },
    ])
  }
  ensureDevice(db, spine, actor, node, newId(), at)
}

/** Most customers a message names; a longer list means: ask again for whatever is shown. */
const namedAtMost = 200

function tellWritten(spine: Spine, emit: Emit): void {
  const written = spine.takeWritten()
  if (written === null) return
  const contactIds = written.contactIds.length > namedAtMost ? [] : [...written.contactIds]
  emit('records.changed', { tables: [...written.tables], contactIds })
}

/** A file removed while it is open takes writes that nobody finds again. By `stat`, which opens nothing (decisions.md 2). */
function assertFileThere(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new AppError('vault-missing')
}
