import { z } from 'zod'
import { Id } from '../../../shared/kernel/id.ts'
import { roles } from '../../../shared/kernel/permission.ts'
import { HkdfParams, keyBytes, macOf, nonceBytes, ScryptParams, saltBytes, sameMac, tagBytes } from './key-hierarchy.ts'

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const slotFields = {
  /** Of a password slot: the staff member's id. */
  id: Id,
  name: z.string().max(200),
  role: z.enum(roles),
}
const wrappedFields = { salt: hex(saltBytes), nonce: hex(nonceBytes), ct: hex(keyBytes), tag: hex(tagBytes) }

const PasswordSlot = z.strictObject({ ...slotFields, type: z.literal('password'), kdf: ScryptParams, ...wrappedFields })
export type PasswordSlot = z.infer<typeof PasswordSlot>
const RecoverySlot = z.strictObject({ ...slotFields, type: z.literal('recovery'), kdf: HkdfParams, ...wrappedFields })
export type RecoverySlot = z.infer<typeof RecoverySlot>
export type Slot = PasswordSlot | RecoverySlot

const contentFields = {
  format: z.literal('zhanggui keyring'),
  version: z.literal(1),
  vaultId: Id,
  shopName: z.string().max(200),
  epoch: z.int().min(1).max(1_000_000),
  slots: z
    .array(z.discriminatedUnion('type', [PasswordSlot, RecoverySlot]))
    .min(1)
    .max(200),
}
const KeyringContent = z.strictObject(contentFields)
export type KeyringContent = z.infer<typeof KeyringContent>

const Keyring = z.strictObject({ ...contentFields, mac: hex(32) })
/** The master key, wrapped once per slot, and the hints of the lock screen; `mac` covers all of it. */
export type Keyring = z.infer<typeof Keyring>

/** Under the manifest key; the order of the fields is part of the format. */
export function sealKeyring(content: KeyringContent, manifestKey: Buffer): Keyring {
  const ordered = KeyringContent.parse(content)
  return { ...ordered, mac: macOf(manifestKey, JSON.stringify(ordered)) }
}

export function isSealIntact(keyring: Keyring, manifestKey: Buffer): boolean {
  const { mac, ...content } = keyring
  return sameMac(mac, macOf(manifestKey, JSON.stringify(content)))
}

export function serialiseKeyring(keyring: Keyring): Buffer {
  return Buffer.from(JSON.stringify(keyring), 'utf8')
}

/** Null unless the bytes are exactly what `serialiseKeyring` writes for some keyring. */
export function parseKeyring(bytes: Buffer): Keyring | null {
  try {
    const parsed = Keyring.safeParse(JSON.parse(bytes.toString('utf8')))
    return parsed.success && serialiseKeyring(parsed.data).equals(bytes) ? parsed.data : null
  } catch {
    // not JSON
    return null
  }
}
