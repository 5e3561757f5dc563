import { createHash } from 'node:crypto'

/**
 * The id of a record that is what it connects or is called: the same link or tag made on two computers is one
 * record (sync.md). UUID version 8 (RFC 9562) of the SHA-256 of the three, in lower case.
 */
export function derivedId(left: string, right: string, kind: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, left, right]))
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * The same for a link between two records; it begins as the id of its owner, a UUID, does. So the links that one import
 * makes lie side by side on the disk, as their owners do.
 */
export function derivedLinkId(owner: string, other: string, kind: string): string {
  return owner.slice(0, timeDigits) + derivedId(owner, other, kind).slice(timeDigits)
}

/** What a UUID of version 7 has of the time, with its hyphen. */
const timeDigits = 13
