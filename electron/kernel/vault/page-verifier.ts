import { createHmac, timingSafeEqual } from 'node:crypto'
import { open } from 'node:fs/promises'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { databaseKeyBytes } from './open-connection.ts'

export interface PageReport {
  /** Whole pages in the file. */
  readonly pages: number
  /** Numbers, from 1, of the pages whose HMAC does not match. */
  readonly bad: readonly number[]
  /** Bytes after the last whole page: the file was cut or something was added. */
  readonly trailingBytes: number
}

const pageBytes = 4096
const macBytes = 64
const fileSaltBytes = 16
const pagesPerRead = 256
/** SQLite never writes the page at 1 GiB: file locks live there. */
const lockPage = 2 ** 30 / pageBytes + 1

/**
 * Checks every page of a SQLCipher 4 file, also free ones that SQLite never reads and `integrity_check` misses
 * (security.md F10). The file must be open nowhere in this process, with its write-ahead log emptied.
 */
export async function verifyPages(path: string, kDb: Buffer): Promise<PageReport> {
  if (kDb.length !== databaseKeyBytes) throw new Error('a database key is a buffer of 32 bytes')
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const pages = Math.floor(size / pageBytes)
    if (pages === 0) throw new AppError('vault-damaged')
    const chunk = Buffer.alloc(pagesPerRead * pageBytes)
    const bad: number[] = []
    let macKey: Buffer | undefined
    for (let first = 1; first <= pages; first += pagesPerRead) {
      const count = Math.min(pagesPerRead, pages - first + 1)
      await readFully(file, chunk.subarray(0, count * pageBytes), (first - 1) * pageBytes)
      macKey ??= deriveMacKey(kDb, chunk.subarray(0, fileSaltBytes))
      for (let index = 0; index < count; index++) {
        const page = chunk.subarray(index * pageBytes, (index + 1) * pageBytes)
        if (!isPageIntact(page, first + index, macKey)) bad.push(first + index)
      }
    }
    macKey?.fill(0)
    return { pages, bad, trailingBytes: size % pageBytes }
  } finally {
    await file.close()
  }
}

function isPageIntact(page: Buffer, pageNumber: number, macKey: Buffer): boolean {
  if (pageNumber === lockPage) return true
  const content = page.subarray(pageNumber === 1 ? fileSaltBytes : 0, pageBytes - macBytes)
  const number = Buffer.alloc(4)
  number.writeUInt32LE(pageNumber)
  const mac = createHmac('sha512', macKey).update(content).update(number).digest()
  return timingSafeEqual(mac, page.subarray(pageBytes - macBytes))
}

/** PBKDF2-HMAC-SHA512 of two rounds, one block, cut to 32 bytes: as SQLCipher derives it. */
function deriveMacKey(kDb: Buffer, salt: Buffer): Buffer {
  const first = createHmac('sha512', kDb)
    .update(salt.map(byte => byte ^ 0x3a))
    .update(Buffer.from([0, 0, 0, 1]))
    .digest()
  const second = createHmac('sha512', kDb).update(first).digest()
  return Buffer.alloc(
    databaseKeyBytes,
    first.map((byte, index) => byte ^ (second[index] ?? 0)),
  )
}

async function readFully(file: Awaited<ReturnType<typeof open>>, target: Buffer, position: number): Promise<void> {
  for (let done = 0; done < target.length; ) {
    const { bytesRead } = await file.read(target, done, target.length - done, position + done)
    if (bytesRead === 0) throw new AppError('vault-damaged')
    done += bytesRead
  }
}
