import { z } from 'zod'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { readBlob, storeBlob } from '../../kernel/blobs/blob-store.ts'
import type { BlobUse } from '../../kernel/blobs/sweep-blobs.ts'
import type { Change } from '../../kernel/changes/change.ts'
import { decodeValues } from '../../kernel/changes/logged-values.ts'
import type { ReadableDb, SqlParams } from '../../kernel/db/database.ts'

export const maxPictureBytes = 1024 * 1024

export const PictureType = z.enum(['image/jpeg', 'image/png', 'image/webp'])
export type PictureType = z.infer<typeof PictureType>

interface PhotoContext {
  readonly writeLocal: (sql: string, ...params: SqlParams) => unknown
  readonly now: () => Date
}

/** Stores the bytes, then answers the change that refers to them; none where the customer has this picture. Throws picture-unreadable. */
export function photoChanges(
  { writeLocal, now }: PhotoContext,
  contact: { readonly id: string; readonly photo: string },
  picture: { readonly base64: string } | null,
): readonly Change[] {
  const photo = picture === null ? '' : storeBlob(writeLocal, readPicture(picture.base64), now().getTime())
  return photo === contact.photo ? [] : [{ table: 'contact', id: contact.id, kind: 'update', values: { photo } }]
}

/** Throws not-found. */
export function photoBytes(db: ReadableDb, photo: string): { type: PictureType; base64: string } {
  const blob = readBlob(db, photo)
  const type = PictureType.safeParse(blob?.type)
  if (blob === undefined || !type.success) throw new AppError('not-found')
  return { type: type.data, base64: Buffer.from(blob.bytes).toString('base64') }
}

/** What kind of picture the bytes are; null for anything else, whatever a file calls itself. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const has = (at: number, ...expected: readonly number[]): boolean => expected.every((byte, n) => bytes[at + n] === byte)
  if (has(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  // RIFF, four bytes of length, WEBP
  return has(0, 0x52, 0x49, 0x46, 0x46) && has(8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : null
}

/** Which customers' pictures are in use, for the sweep. */
export const photoUse: BlobUse = {
  inUseSql: "SELECT 1 FROM contact AS c WHERE c.photo = b.sha AND c.photo <> ''",
  writtenSince: (db, since) => {
    const photos = new Set<string>()
    for (const { vals } of db.iterate<{ vals: string }>(photoLogSql, since)) {
      const { photo } = decodeValues(vals)
      if (typeof photo === 'string') photos.add(photo)
    }
    return photos
  },
}

// quotes in a text are escaped there, so only the column itself can look like this
const photoLogSql = `SELECT vals FROM change_log WHERE ts >= ? AND tbl = 'contact'
  AND instr(vals, '"photo":"') > 0 AND instr(vals, '"photo":""') = 0`

function readPicture(base64: string): { readonly type: PictureType; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(base64, 'base64')
  const type = bytes.length > maxPictureBytes ? null : pictureType(bytes)
  if (type === null) throw new AppError('picture-unreadable')
  return { type, bytes }
}
