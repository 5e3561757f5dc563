import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { removeQuietly, toVaultFileError, type VaultFs, withFileErrors } from './vault-fs.ts'

export const ballastBytes = 16 * 1024 * 1024
const partBytes = 1024 * 1024
/** Made again only where this much more than itself is free, so that it does not fill the disk it is meant to save. */
const roomFactor = 4

/** Keeps room that is given back when the disk is full, since even deleting needs some (security.md F18). */
export interface Ballast {
  /** Throws disk-full when there is no room for it; leaves no part behind. */
  readonly make: () => void
  /** True when there was some to give back. */
  readonly release: () => boolean
  /** Makes it when it is missing and there is room; true when it is there afterwards. */
  readonly restore: () => boolean
}

export function openBallast(fs: VaultFs, path: string, bytes: number = ballastBytes): Ballast {
  const make = (): void => {
    try {
      fill(fs, path, bytes)
    } catch (error) {
      removeQuietly(fs, path)
      throw toVaultFileError(error)
    }
  }
  return {
    make,
    release: () => {
      const isThere = fs.exists(path)
      withFileErrors(() => fs.remove(path))
      return isThere
    },
    restore: () => {
      if (fs.exists(path)) return true
      if (fs.freeBytes(dirname(path)) < roomFactor * bytes) return false
      make()
      return true
    },
  }
}

/** Does the work; when the disk is full gives the ballast back and does it once more. */
export async function withBallast<T>(ballast: Ballast, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isFull = error instanceof AppError && error.code === 'disk-full'
    if (!isFull || !ballast.release()) throw error
    return await work()
  }
}

/** Random bytes: a file system that compresses would give zeros no room. */
function fill(fs: VaultFs, path: string, bytes: number): void {
  const file = fs.open(path)
  try {
    for (let left = bytes; left > 0; left -= partBytes) fs.write(file, randomBytes(Math.min(left, partBytes)))
    fs.sync(file)
  } finally {
    fs.close(file)
  }
}
