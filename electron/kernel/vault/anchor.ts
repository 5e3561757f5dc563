import { z } from 'zod'
import { Id } from '../../../shared/kernel/id.ts'
import { macOf, sameMac } from './key-hierarchy.ts'
import { type VaultFs, writeDurably } from './vault-fs.ts'

/**
 * `same`: as it was locked. `ahead`: more was written since, as after a crash. `behind`: the database is older than
 * when it was locked: rolled back, or the end of its log was lost. `unreadable`: damaged, or not made with our key.
 */
export type AnchorReport = 'none' | 'same' | 'ahead' | 'behind' | 'unreadable'

const AnchorContent = z.strictObject({
  version: z.literal(1),
  vaultId: Id,
  epoch: z.int().min(1),
  /** The newest time stamp of the change log in hex; '' while it is empty. Later ones compare greater. */
  head: z.string().regex(/^([0-9a-f]{2})*$/),
  at: z.iso.datetime(),
})
const Anchor = AnchorContent.extend({ mac: z.string().regex(/^[0-9a-f]{64}$/) })

export interface AnchorPosition {
  readonly vaultId: string
  readonly epoch: number
  readonly head: string
}

/** Notes how far the vault had come, beside it: neither page replay nor a lost log end is visible to SQLite. */
export function writeAnchor(fs: VaultFs, path: string, position: AnchorPosition, manifestKey: Buffer, at: Date): void {
  const content = AnchorContent.parse({ version: 1, ...position, at: at.toISOString() })
  const mac = macOf(manifestKey, JSON.stringify(content))
  writeDurably(fs, path, Buffer.from(JSON.stringify({ ...content, mac })))
}

export function compareAnchor(fs: VaultFs, path: string, position: AnchorPosition, manifestKey: Buffer): AnchorReport {
  if (!fs.exists(path)) return 'none'
  const noted = readAnchor(fs, path, manifestKey)
  if (noted === null || noted.vaultId !== position.vaultId || noted.epoch !== position.epoch) return 'unreadable'
  if (noted.head === position.head) return 'same'
  return position.head > noted.head ? 'ahead' : 'behind'
}

function readAnchor(fs: VaultFs, path: string, manifestKey: Buffer): z.infer<typeof AnchorContent> | null {
  try {
    const { mac, ...content } = Anchor.parse(JSON.parse(fs.read(path).toString('utf8')))
    return sameMac(mac, macOf(manifestKey, JSON.stringify(content))) ? content : null
  } catch {
    // not JSON, not an anchor, or not readable: all the same to the reader
    return null
  }
}
