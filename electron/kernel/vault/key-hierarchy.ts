import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../../shared/kernel/app-error.ts'

export const keyBytes = 32
export const saltBytes = 16
export const nonceBytes = 12
export const tagBytes = 16

export const ScryptParams = z.strictObject({ name: z.literal('scrypt'), n: z.int(), r: z.int(), p: z.int() })
export type ScryptParams = z.infer<typeof ScryptParams>
export const HkdfParams = z.strictObject({ name: z.literal('hkdf-sha256') })
export type KdfParams = ScryptParams | z.infer<typeof HkdfParams>

/** Which scrypt parameters new slots get and which ones a keyring may ask for. */
export interface KdfPolicy {
  readonly params: ScryptParams
  readonly isAllowed: (params: ScryptParams) => boolean
}

/** OWASP's list for scrypt: each line costs about the same to guess. */
const owaspFloor = [
  { n: 2 ** 17, p: 1 },
  { n: 2 ** 16, p: 2 },
  { n: 2 ** 15, p: 3 },
  { n: 2 ** 14, p: 5 },
  { n: 2 ** 13, p: 10 },
] as const
const ceiling = { n: 2 ** 20, bytes: 2 ** 30, p: 16 } as const
const usualMaxmem = 160 * 1024 * 1024

/** 128 MiB per guess, off the thread; nothing weaker (downgrade) and nothing that would exhaust the machine is derived. */
export const productKdf: KdfPolicy = {
  params: { name: 'scrypt', n: 2 ** 17, r: 8, p: 1 },
  isAllowed: ({ n, r, p }) =>
    Number.isInteger(Math.log2(n)) &&
    owaspFloor.some(line => n >= line.n && r >= 8 && p >= line.p) &&
    n <= ceiling.n &&
    memoryOf(n, r) <= ceiling.bytes &&
    p <= ceiling.p,
}

/** What a slot's ciphertext is bound to: with any of it changed, unwrapping fails. */
export interface SlotBinding {
  readonly vaultId: string
  readonly epoch: number
  readonly slotId: string
  readonly type: 'password' | 'recovery'
  readonly kdf: KdfParams
}

/** A master key under a key-encryption key, in lower-case hex. */
export interface WrappedKey {
  readonly nonce: string
  readonly ct: string
  readonly tag: string
}

export interface VaultKeys {
  /** SQLCipher's raw key. */
  readonly db: Buffer
  readonly audit: Buffer
  /** For the keyring's MAC, the anchor and backups. */
  readonly manifest: Buffer
}

/** Throws keyring-damaged before any work when the parameters are outside the policy. Answers 32 bytes to be wiped. */
export async function derivePasswordKey(
  password: string,
  salt: Buffer,
  params: ScryptParams,
  policy: KdfPolicy,
): Promise<Buffer> {
  if (!policy.isAllowed(params)) throw new AppError('keyring-damaged')
  const secret = Buffer.from(normalisePassword(password), 'utf8')
  try {
    return await scryptOffThread(secret, salt, params)
  } finally {
    secret.fill(0)
  }
}

/** The same text typed with another keyboard or system gives the same bytes: NFKC. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

export function randomSalt(): Buffer {
  return randomBytes(saltBytes)
}

export function deriveRecoveryKey(code: Buffer, salt: Buffer): Buffer {
  return expand(code, salt, 'zhanggui recovery code v1')
}

/** The three keys of one vault and epoch. To be wiped with `wipeKeys`. */
export function deriveVaultKeys(masterKey: Buffer, vaultId: string, epoch: number): VaultKeys {
  const salt = Buffer.from(vaultId, 'utf8')
  const derive = (use: string): Buffer => expand(masterKey, salt, `zhanggui ${use} v1 epoch ${epoch}`)
  return { db: derive('database'), audit: derive('audit'), manifest: derive('manifest') }
}

export function wipeKeys(keys: VaultKeys): void {
  for (const key of [keys.db, keys.audit, keys.manifest]) key.fill(0)
}

export function wrapMasterKey(masterKey: Buffer, kek: Buffer, binding: SlotBinding): WrappedKey {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', kek, nonce, { authTagLength: tagBytes })
  cipher.setAAD(associatedData(binding))
  const ct = Buffer.concat([cipher.update(masterKey), cipher.final()])
  return { nonce: nonce.toString('hex'), ct: ct.toString('hex'), tag: cipher.getAuthTag().toString('hex') }
}

/** The master key, to be wiped; null when the key is wrong or anything of the slot was changed. */
export function unwrapMasterKey(wrapped: WrappedKey, kek: Buffer, binding: SlotBinding): Buffer | null {
  const tag = Buffer.from(wrapped.tag, 'hex')
  const nonce = Buffer.from(wrapped.nonce, 'hex')
  // without these two lines a tag of 4 bytes would do (security.md F22)
  if (tag.length !== tagBytes || nonce.length !== nonceBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', kek, nonce, { authTagLength: tagBytes })
  decipher.setAAD(associatedData(binding))
  decipher.setAuthTag(tag)
  const masterKey = Buffer.alloc(keyBytes)
  try {
    const plain = decipher.update(Buffer.from(wrapped.ct, 'hex'))
    plain.copy(masterKey)
    const whole = plain.length === keyBytes
    plain.fill(0)
    decipher.final()
    return whole ? masterKey : null
  } catch {
    // the tag did not match: the only thing `final` throws for
    masterKey.fill(0)
    return null
  }
}

/** HMAC-SHA256 in hex. */
export function macOf(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex')
}

export function sameMac(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]
  return a.length === 32 && b.length === 32 && timingSafeEqual(a, b)
}

function scryptOffThread(secret: Buffer, salt: Buffer, { n, r, p }: ScryptParams): Promise<Buffer> {
  const maxmem = Math.max(usualMaxmem, memoryOf(n, r) + memoryOf(p, r) + 1024 * 1024)
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, keyBytes, { N: n, r, p, maxmem }, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}

function memoryOf(blocks: number, r: number): number {
  return 128 * blocks * r
}

function expand(key: Buffer, salt: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, use, keyBytes))
}

/** A JSON array, so that no two bindings give the same bytes. */
function associatedData({ vaultId, epoch, slotId, type, kdf }: SlotBinding): Buffer {
  const params = kdf.name === 'scrypt' ? [kdf.name, kdf.n, kdf.r, kdf.p] : [kdf.name]
  return Buffer.from(JSON.stringify(['zhanggui slot v1', vaultId, epoch, slotId, type, ...params]), 'utf8')
}
