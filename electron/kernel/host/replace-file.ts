import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { AppError } from '../../../shared/kernel/app-error.ts'

/**
 * Puts a small file in place of another: whole or not at all, also through a power cut. Throws disk-full or
 * read-only where the system says so.
 */
export function replaceFile(file: string, text: string): void {
  const temporary = `${file}.new`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw asExpected(error)
  }
}

function asExpected(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('disk-full')
  if (error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM') return new AppError('read-only')
  return error
}
