import { constants, type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../shared/kernel/app-error.ts'

export interface ImportFile {
  /** Bytes, when it was opened. */
  readonly size: number
  readonly chunks: AsyncIterable<Uint8Array>
  readonly close: () => Promise<void>
}

const chunkBytes = 64 * 1024

/** Opens a file that a person chose, for reading in pieces. Throws AppError file-missing, file-unreadable, file-empty. */
export async function openImportFile(path: string): Promise<ImportFile> {
  const handle = await openHandle(path)
  try {
    const { size, isFile } = await statOf(handle)
    if (!isFile) throw new AppError('file-unreadable')
    if (size === 0) throw new AppError('file-empty')
    return { size, chunks: readChunks(handle), close: () => handle.close() }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function openHandle(path: string): Promise<FileHandle> {
  try {
    // a named pipe would wait for a writer for ever
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw new AppError(codeOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable')
  }
}

async function statOf(handle: FileHandle): Promise<{ size: number; isFile: boolean }> {
  const stat = await handle.stat()
  return { size: stat.size, isFile: stat.isFile() }
}

async function* readChunks(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    // a new piece each time: lines that wait for their end are views into it
    const buffer = Buffer.allocUnsafeSlow(chunkBytes)
    const { bytesRead } = await readInto(handle, buffer)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** A stick that was pulled out, a share that went away. */
async function readInto(handle: FileHandle, buffer: Buffer): Promise<{ bytesRead: number }> {
  try {
    return await handle.read(buffer, 0, buffer.length)
  } catch {
    throw new AppError('file-unreadable')
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
