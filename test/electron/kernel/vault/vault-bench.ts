import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { BackoffClock } from '../../../../electron/kernel/vault/backoff.ts'
import type { KdfPolicy } from '../../../../electron/kernel/vault/key-hierarchy.ts'
import type { OpenVault } from '../../../../electron/kernel/vault/open-vault.ts'
import { newRecoveryCode } from '../../../../electron/kernel/vault/recovery-code.ts'
import { systemFs, type VaultFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { createVault, type VaultOptions } from '../../../../electron/kernel/vault/vault-store.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'

export const goodPassword = 'plum-orchid-7731-kettle'
export const otherPassword = 'lantern crisp oval 19'

/** Thousands of times cheaper than the product's, and it lets only itself through. */
export const cheapKdf: KdfPolicy = {
  params: { name: 'scrypt', n: 16, r: 8, p: 1 },
  isAllowed: params => params.n === 16 && params.r === 8 && params.p === 1,
}

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zg-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const migrate = (connection: Database.Database): void => {
  connection.exec('CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
}

export type BenchOptions = VaultOptions & { readonly folder: string }

export function benchOptions(folder: string, more: Partial<VaultOptions> = {}): BenchOptions {
  return { folder, migrate, kdf: cheapKdf, ballastBytes: 4096, ...more }
}

export interface MadeVault {
  readonly vault: OpenVault
  readonly recoveryCode: string
  readonly staffId: string
  readonly options: BenchOptions
}

/** A new vault, closed when the test ends. */
export async function makeVault(more: Partial<VaultOptions> = {}, folder: string = tempFolder()): Promise<MadeVault> {
  const recoveryCode = newRecoveryCode()
  const options = benchOptions(folder, more)
  const vault = await createVault({ ...options, shopName: '云记茶行', ownerName: 'Mei', password: goodPassword, recoveryCode })
  onTestFinished(() => vault.close('manual'))
  return { vault, recoveryCode, staffId: vault.me.id, options }
}

/** The code of the AppError that `work` throws; fails the test by throwing on when it is a bug. */
export async function codeOf(work: () => unknown): Promise<string> {
  return (await errorOf(work)).code
}

export async function errorOf(work: () => unknown): Promise<AppError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

export interface FakeBackoffClock extends BackoffClock {
  /** Time passes. */
  readonly pass: (seconds: number) => void
  /** Somebody sets the clock. */
  readonly setWall: (at: Date) => void
  readonly restart: () => void
}

export function fakeBackoffClock(): FakeBackoffClock {
  let uptime = 5_000
  let wall = Date.parse('2026-05-01T10:00:00Z')
  return {
    uptimeSeconds: () => uptime,
    now: () => new Date(wall),
    pass: seconds => {
      uptime += seconds
      wall += seconds * 1000
    },
    setWall: at => {
      wall = at.getTime()
    },
    restart: () => {
      uptime = 0
    },
  }
}

const counted = [
  'read',
  'open',
  'write',
  'sync',
  'close',
  'rename',
  'remove',
  'syncFolder',
  'makeFolder',
  'removeFolder',
] as const

export interface FaultyFs {
  readonly fs: VaultFs
  readonly calls: () => number
}

/** Every counted call works but the one with that number (from 1), which fails once with `code`. No pauses. */
export function faultyFs(failAt: number, code: string, only: readonly (typeof counted)[number][] = counted): FaultyFs {
  let calls = 0
  const wrap = <A extends unknown[], R>(call: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      calls += 1
      if (calls === failAt) throw Object.assign(new Error(code), { code })
      return call(...args)
    }
  }
  const wrapped = Object.fromEntries(
    only.map(name => [name, wrap(systemFs[name] as (...args: unknown[]) => unknown)]), // each keeps its own signature
  )
  return { fs: { ...systemFs, pause: () => undefined, ...wrapped }, calls: () => calls }
}
