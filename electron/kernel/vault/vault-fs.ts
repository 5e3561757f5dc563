import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { AppError, type AppErrorCode } from '../../../shared/kernel/app-error.ts'

/** The file calls that a vault's small files need, one by one, so that a test can make each of them fail. */
export interface VaultFs {
  readonly exists: (path: string) => boolean
  readonly read: (path: string) => Buffer
  /** Opens for writing, emptied, readable by its owner only. */
  readonly open: (path: string) => number
  readonly write: (file: number, data: Uint8Array) => void
  readonly sync: (file: number) => void
  readonly close: (file: number) => void
  readonly rename: (from: string, to: string) => void
  /** No error when it is not there. */
  readonly remove: (path: string) => void
  /** Makes a rename or removal last. Does nothing on Windows, which cannot open a folder. */
  readonly syncFolder: (path: string) => void
  /** Makes it with its parents. */
  readonly makeFolder: (path: string) => void
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => void
  readonly freeBytes: (folder: string) => number
  /** Blocks the thread. */
  readonly pause: (milliseconds: number) => void
}

export const systemFs: VaultFs = {
  exists: existsSync,
  read: path => readFileSync(path),
  open: path => openSync(path, 'w', 0o600),
  write: (file, data) => {
    for (let done = 0; done < data.length; ) done += writeSync(file, data, done)
  },
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: path => rmSync(path, { force: true }),
  syncFolder: path => {
    if (process.platform === 'win32') return
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  },
  makeFolder: path => void mkdirSync(path, { recursive: true, mode: 0o700 }),
  removeFolder: rmdirSync,
  freeBytes: folder => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  },
  pause: milliseconds => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
}

/** Replaces a file at once: afterwards it holds all of the new content or all of the old, also after a power cut. */
export function writeDurably(fs: VaultFs, path: string, data: Uint8Array): void {
  withFileErrors(() => {
    writeBeside(fs, path, data)
    putInPlace(fs, path)
  })
}

/** Runs file calls, turning the errors of `toVaultFileError`. */
export function withFileErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toVaultFileError(error)
  }
}

/** First half of a durable write: `path.new` holds the data and is on the disk. */
export function writeBeside(fs: VaultFs, path: string, data: Uint8Array): void {
  const file = fs.open(besideOf(path))
  try {
    fs.write(file, data)
    fs.sync(file)
  } finally {
    fs.close(file)
  }
}

/** Second half: `path.new` becomes `path`. */
export function putInPlace(fs: VaultFs, path: string): void {
  renamePatiently(fs, besideOf(path), path)
  fs.syncFolder(dirname(path))
}

export function besideOf(path: string): string {
  return `${path}.new`
}

/** Windows refuses a rename while a scanner or indexer holds either file: tried for about a second. */
export function renamePatiently(fs: VaultFs, from: string, to: string): void {
  for (const pause of [10, 20, 40, 80, 160, 320, 500]) {
    try {
      fs.rename(from, to)
      return
    } catch (error) {
      if (!isHeldByOthers(error)) throw error
      fs.pause(pause)
    }
  }
  fs.rename(from, to)
}

/** For cleaning up after a failure: what cannot be removed is overwritten later, and the first error is the one to tell. */
export function removeQuietly(fs: VaultFs, path: string): void {
  try {
    if (fs.exists(path)) fs.remove(path)
  } catch {
    // see above
  }
}

/** File errors a person can do something about become AppErrors; everything else is handed back as it was. */
export function toVaultFileError(error: unknown): unknown {
  const code = codeOf(error)
  const known = code === undefined ? undefined : fileErrors[code]
  return known === undefined ? error : new AppError(known)
}

export function isMissingFile(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
}

const fileErrors: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'folder-not-writable',
  EPERM: 'folder-not-writable',
  EBUSY: 'folder-not-writable',
  EIO: 'folder-not-writable',
  ENOENT: 'folder-not-writable',
  ENOTDIR: 'folder-not-writable',
  EEXIST: 'folder-not-writable',
}

function isHeldByOthers(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'EPERM' || code === 'EBUSY' || code === 'EACCES'
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
