import { createHash } from 'node:crypto'
import type { ReadableDb, SqlParams } from '../db/database.ts'

export const partBytes = 256 * 1024

export interface Blob {
  readonly type: string
  readonly bytes: Uint8Array
}

/** One statement of a local table, as `writeLocal` and the batches of jobs take them. */
export interface BlobStatement {
  readonly sql: string
  readonly params: readonly (string | number | Uint8Array)[]
}

/** The name of bytes in the store: SHA-256, hex. */
export function blobKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What stores bytes in parts under their key: nothing new where they are already. Written before the row that refers to them. */
export function blobStatements({ type, bytes }: Blob, nowMs: number): readonly BlobStatement[] {
  const sha = blobKey(bytes)
  const parts: BlobStatement[] = []
  for (let n = 0; n * partBytes < bytes.length; n += 1) {
    const part = bytes.subarray(n * partBytes, (n + 1) * partBytes)
    parts.push({ sql: 'INSERT OR IGNORE INTO _blob_part (sha, n, bytes) VALUES (?, ?, ?)', params: [sha, n, part] })
  }
  const head = 'INSERT OR IGNORE INTO _blob (sha, type, size, added) VALUES (?, ?, ?, ?)'
  const isWantedAgain = 'UPDATE _blob SET unused = NULL WHERE sha = ?'
  return [{ sql: head, params: [sha, type, bytes.length, nowMs] }, ...parts, { sql: isWantedAgain, params: [sha] }]
}

/** Stores the bytes and answers their key. */
export function storeBlob(writeLocal: (sql: string, ...params: SqlParams) => unknown, blob: Blob, nowMs: number): string {
  for (const { sql, params } of blobStatements(blob, nowMs)) writeLocal(sql, ...params)
  return blobKey(blob.bytes)
}

/** Undefined where there is none of that key, or not all of it. */
export function readBlob(db: ReadableDb, sha: string): Blob | undefined {
  const head = db.get<{ type: string; size: number }>('SELECT type, size FROM _blob WHERE sha = ?', sha)
  if (head === undefined) return undefined
  const parts = db.all<{ bytes: Uint8Array }>('SELECT bytes FROM _blob_part WHERE sha = ? ORDER BY n', sha)
  const bytes = Buffer.concat(parts.map(part => part.bytes))
  return bytes.length === head.size ? { type: head.type, bytes } : undefined
}
