import type Database from 'better-sqlite3'
import type { StaffMember } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Now, newId as newUuid, systemNow } from '../clock.ts'
import type { CreateVaultRequest, OpenVaultRequest, RecoverVaultRequest } from '../ipc/worker-protocol.ts'
import { type BackoffClock, openBackoff, systemBackoffClock } from './backoff.ts'
import { type Ballast, ballastBytes, openBallast, withBallast } from './ballast.ts'
import { assertCryptoWorks } from './crypto-self-test.ts'
import { type KdfPolicy, productKdf, type VaultKeys, wipeKeys } from './key-hierarchy.ts'
import { type Keyring, type PasswordSlot, type Slot, sealKeyring } from './keyring.ts'
import { readKeyring, saveKeyring } from './keyring-file.ts'
import { makePasswordSlot, type UnlockedKeyring, unlockWithPassword, unlockWithRecoveryCode } from './keyring-unlock.ts'
import { lockVault, type VaultLock } from './lock-database.ts'
import { openWriter } from './open-connection.ts'
import { type OpenVault, startVault } from './open-vault.ts'
import { assertPasswordAccepted } from './password-guess.ts'
import { parseRecoveryCode } from './recovery-code.ts'
import { finishCreation, isVaultThere, makeVaultFiles, missingFolders, planVault, removeCreation } from './vault-creation.ts'
import { type VaultPaths, vaultPaths } from './vault-files.ts'
import { systemFs, type VaultFs, withFileErrors } from './vault-fs.ts'
import { assertIdentity } from './vault-identity.ts'

/** The whole vault where it fits, also one that an import makes large; pages are taken when they are read. */
const cacheKib = 128 * 1024

export interface VaultOptions {
  /** Brings the schema up to date, outside any transaction, before anything else uses the connection. */
  readonly migrate: (connection: Database.Database) => void
  readonly now?: Now
  readonly newId?: () => string
  /** Errors of the checkpoint's timer, e.g. disk-full. A bug when not given: it is thrown out of the timer. */
  readonly onCheckpointError?: (error: unknown) => void
  /** The script of the checkpoint thread; without it checkpoints are made on this thread. */
  readonly checkpointScript?: URL
  /** The rest is for tests. */
  readonly fs?: VaultFs
  readonly kdf?: KdfPolicy
  readonly backoffClock?: BackoffClock
  readonly ballastBytes?: number
}

/**
 * Makes and opens a vault. Everything is derived before the first file is written, and a failure leaves no file.
 * Throws crypto-unavailable, password-too-short, password-too-common, wrong-recovery-code, vault-exists, folder-not-writable, disk-full.
 */
export async function createVault(request: CreateVaultRequest & VaultOptions): Promise<OpenVault> {
  const bench = toBench(request)
  const { fs, paths } = bench
  await assertCryptoWorks()
  await assertPasswordAccepted(request.password, [request.shopName, request.ownerName])
  if (isVaultThere(fs, paths)) throw new AppError('vault-exists')
  const plan = await planVault(request, bench.newId, bench.kdf)
  const folders = missingFolders(fs, paths.folder)
  let lock: VaultLock | undefined
  try {
    withFileErrors(() => fs.makeFolder(paths.folder))
    lock = lockVault(paths, fs, bench.now)
    if (isVaultThere(fs, paths)) throw new AppError('vault-exists')
    makeVaultFiles(fs, paths, plan, bench.ballast, request.migrate)
    return start(bench, lock, plan, () => undefined)
  } catch (error) {
    lock?.release()
    wipeKeys(plan.keys)
    if (!isOthersVault(error)) removeCreation(fs, paths, folders)
    throw error
  }
}

/**
 * Opens a vault with a staff member's password. Throws wait (params.seconds), wrong-password, keyring-missing,
 * keyring-damaged, vault-missing, vault-damaged, vault-in-use, vault-from-future, disk-full.
 */
export function openVault(request: OpenVaultRequest & VaultOptions): Promise<OpenVault> {
  const bench = toBench(request)
  const { fs, paths, kdf } = bench
  return withLock(bench, async lock => {
    const backoff = openBackoff(fs, paths.attempts, bench.backoffClock)
    const seconds = backoff.waitSeconds()
    if (seconds > 0) throw new AppError('wait', { params: { seconds } })
    backoff.recordTry()
    const { copies, healthy } = readKeyring(fs, paths)
    const unlocked = await unlockWithPassword(copies, request.staffId, request.password, kdf)
    return finish(unlocked, async () => {
      backoff.reset()
      const stronger = await strengthen(unlocked, request.password, kdf)
      return start(bench, lock, toOpened(stronger ?? unlocked.keyring, unlocked), connection => {
        request.migrate(connection)
        if (stronger !== null || !healthy) saveKeyring(fs, paths, stronger ?? unlocked.keyring)
      })
    })
  })
}

/**
 * The owner's way back in: opens with the recovery code and replaces the owner's password; the code stays valid.
 * Throws wrong-recovery-code (params.reason `typo` or `wrong`) and what `openVault` throws, but never wait: nobody
 * guesses 150 bits.
 */
export async function recoverVault(request: RecoverVaultRequest & VaultOptions): Promise<OpenVault> {
  const bench = toBench(request)
  const { fs, paths, kdf } = bench
  const code = parseRecoveryCode(request.recoveryCode)
  try {
    return await withLock(bench, async lock => {
      const unlocked = await unlockWithRecoveryCode(readKeyring(fs, paths).copies, code)
      return finish(unlocked, async () => {
        const owner = unlocked.keyring.slots.find(slot => slot.type === 'password' && slot.role === 'owner')
        if (owner === undefined) throw new AppError('keyring-damaged')
        await assertPasswordAccepted(request.newPassword, [unlocked.keyring.shopName, owner.name])
        const keyring = await replacePassword(unlocked, owner, request.newPassword, kdf)
        return start(bench, lock, { keyring, keys: unlocked.keys, me: toMember(owner) }, connection => {
          request.migrate(connection)
          saveKeyring(fs, paths, keyring)
          openBackoff(fs, paths.attempts, bench.backoffClock).reset()
        })
      })
    })
  } finally {
    code.fill(0)
  }
}

/** The options with their defaults, and the vault's files. */
interface Bench {
  readonly paths: VaultPaths
  readonly fs: VaultFs
  readonly kdf: KdfPolicy
  readonly now: Now
  readonly newId: () => string
  readonly backoffClock: BackoffClock
  readonly ballast: Ballast
  readonly onCheckpointError: (error: unknown) => void
  readonly checkpointScript: URL | null
}

interface Opened {
  readonly keyring: Keyring
  readonly keys: VaultKeys
  readonly me: StaffMember
}

function toBench(options: VaultOptions & { readonly folder: string }): Bench {
  const paths = vaultPaths(options.folder)
  const fs = options.fs ?? systemFs
  return {
    paths,
    fs,
    kdf: options.kdf ?? productKdf,
    now: options.now ?? systemNow,
    newId: options.newId ?? newUuid,
    backoffClock: options.backoffClock ?? systemBackoffClock,
    ballast: openBallast(fs, paths.ballast, options.ballastBytes ?? ballastBytes),
    onCheckpointError: options.onCheckpointError ?? rethrow,
    checkpointScript: options.checkpointScript ?? null,
  }
}

/** Holds the vault's lock while `work` opens it; frees it when that fails. A full disk gets the ballast's room once. */
function withLock(bench: Bench, work: (lock: VaultLock) => Promise<OpenVault>): Promise<OpenVault> {
  const { fs, paths } = bench
  return withBallast(bench.ballast, async () => {
    assertVaultThere(fs, paths)
    const lock = lockVault(paths, fs, bench.now)
    try {
      finishCreation(fs, paths)
      return await work(lock)
    } catch (error) {
      lock.release()
      throw error
    }
  })
}

/** The master key is wiped in any case, the derived keys when opening fails. */
async function finish(unlocked: UnlockedKeyring, work: () => Promise<OpenVault>): Promise<OpenVault> {
  try {
    return await work()
  } catch (error) {
    wipeKeys(unlocked.keys)
    throw error
  } finally {
    unlocked.masterKey.fill(0)
  }
}

/** Opens the writer, checks that it is this vault's, does what must come first, and hands everything over. */
function start(bench: Bench, lock: VaultLock, opened: Opened, prepare: (connection: Database.Database) => void): OpenVault {
  const { paths, fs, ballast, now, onCheckpointError, checkpointScript } = bench
  const connection = openWriter(paths.database, opened.keys.db, { cacheKib })
  try {
    assertIdentity(connection, opened.keyring.vaultId)
    prepare(connection)
    return startVault({ paths, fs, connection, lock, ballast, now, onCheckpointError, checkpointScript, ...opened })
  } catch (error) {
    connection.close()
    throw error
  }
}

function assertVaultThere(fs: VaultFs, paths: VaultPaths): void {
  const hasKeyring = fs.exists(paths.keyring) || fs.exists(paths.keyringCopy)
  const hasDatabase = fs.exists(paths.database) || (hasKeyring && fs.exists(paths.newDatabase))
  if (!hasDatabase) throw new AppError('vault-missing')
  if (!hasKeyring) throw new AppError('keyring-missing')
}

/** The keyring with this slot derived anew, where the program's parameters have grown since; null where they have not. */
async function strengthen(unlocked: UnlockedKeyring, password: string, kdf: KdfPolicy): Promise<Keyring | null> {
  const { slot } = unlocked
  if (slot.type !== 'password' || costOf(slot) >= costOf({ kdf: kdf.params })) return null
  return replacePassword(unlocked, slot, password, kdf)
}

async function replacePassword(unlocked: UnlockedKeyring, slot: Slot, password: string, kdf: KdfPolicy): Promise<Keyring> {
  const { mac: _, ...content } = unlocked.keyring
  const { vaultId, epoch } = content
  const { id, name, role } = slot
  const made = await makePasswordSlot({ vaultId, epoch, id, name, role }, password, unlocked.masterKey, kdf)
  const slots = content.slots.map(old => (old.id === id && old.type === 'password' ? made : old))
  return sealKeyring({ ...content, slots }, unlocked.keys.manifest)
}

function toOpened(keyring: Keyring, { keys, slot }: UnlockedKeyring): Opened {
  return { keyring, keys, me: toMember(slot) }
}

function toMember({ id, name, role }: Slot): StaffMember {
  return { id, name, role }
}

function costOf({ kdf }: Pick<PasswordSlot, 'kdf'>): number {
  return kdf.n * kdf.r * kdf.p
}

function isOthersVault(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'vault-in-use' || error.code === 'vault-exists')
}

function rethrow(error: unknown): never {
  throw error
}
