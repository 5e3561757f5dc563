import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { AppError } from '../../../shared/kernel/app-error.ts'

/** What the vault uses of the crypto module, all of it; handed in so that a test can break each. */
export interface CryptoPrimitives {
  readonly scrypt: typeof scrypt
  readonly hkdfSync: typeof hkdfSync
  readonly createCipheriv: typeof createCipheriv
  readonly createDecipheriv: typeof createDecipheriv
  readonly createHmac: typeof createHmac
  readonly randomBytes: (size: number) => Buffer
}

const systemPrimitives: CryptoPrimitives = { scrypt, hkdfSync, createCipheriv, createDecipheriv, createHmac, randomBytes }

/**
 * Known answers of every primitive (RFC 7914, 5869, 4231, NIST's GCM vectors). Throws crypto-unavailable when one is
 * missing or differs, as a build with another crypto library might have it.
 */
export function assertCryptoWorks(primitives: CryptoPrimitives = systemPrimitives): Promise<void> {
  if (primitives !== systemPrimitives) return runChecks(primitives)
  systemChecked ??= runChecks(primitives)
  return systemChecked
}

/** The library does not change while the program runs: asked once per thread. */
let systemChecked: Promise<void> | undefined

async function runChecks(primitives: CryptoPrimitives): Promise<void> {
  const checks = [checkScrypt, checkHkdf, checkHmac, checkGcm, checkRandom]
  for (const check of checks) {
    if (!(await holds(() => check(primitives)))) throw new AppError('crypto-unavailable')
  }
}

async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await check()
  } catch {
    // a primitive that is not there throws in ways of its own
    return false
  }
}

function checkScrypt({ scrypt: derive }: CryptoPrimitives): Promise<boolean> {
  return new Promise((resolve, reject) => {
    derive('password', 'NaCl', 64, { N: 1024, r: 8, p: 16, maxmem: 32 * 1024 * 1024 }, (error, key) =>
      error === null ? resolve(key.toString('hex') === scryptAnswer) : reject(error),
    )
  })
}

function checkHkdf({ hkdfSync: expand }: CryptoPrimitives): boolean {
  const key = expand('sha256', Buffer.alloc(22, 0x0b), fromHex('000102030405060708090a0b0c'), fromHex('f0f1f2f3f4f5f6f7f8f9'), 42)
  return Buffer.from(key).toString('hex') === hkdfAnswer
}

function checkHmac({ createHmac: hmac }: CryptoPrimitives): boolean {
  const answer = (hash: string): string => hmac(hash, 'Jefe').update('what do ya want for nothing?').digest('hex')
  return answer('sha256') === hmac256Answer && answer('sha512') === hmac512Answer
}

function checkGcm({ createCipheriv: encrypt, createDecipheriv: decrypt }: CryptoPrimitives): boolean {
  const cipher = encrypt('aes-256-gcm', gcm.key, gcm.nonce, { authTagLength: 16 }).setAAD(gcm.aad)
  const ct = Buffer.concat([cipher.update(gcm.plain), cipher.final()])
  const tag = cipher.getAuthTag()
  const open = (given: Buffer): Buffer => {
    const decipher = decrypt('aes-256-gcm', gcm.key, gcm.nonce, { authTagLength: 16 }).setAAD(gcm.aad).setAuthTag(given)
    return Buffer.concat([decipher.update(ct), decipher.final()])
  }
  const forged = Buffer.from(tag)
  forged[15] = (forged[15] ?? 0) ^ 1
  return (
    ct.equals(gcm.ct) &&
    tag.equals(gcm.tag) &&
    open(tag).equals(gcm.plain) &&
    refuses(() => open(forged)) &&
    refuses(() => open(tag.subarray(0, 4)))
  )
}

function checkRandom({ randomBytes: random }: CryptoPrimitives): boolean {
  const [first, second] = [random(32), random(32)]
  return first.length === 32 && second.length === 32 && !first.equals(second) && first.some(byte => byte !== 0)
}

function refuses(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}

function fromHex(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}

const scryptAnswer =
  'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
  '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640'
const hkdfAnswer = '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'
const hmac256Answer = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
const hmac512Answer =
  '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554' +
  '9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737'
/** McGrew and Viega, test case 16. */
const gcm = {
  key: fromHex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  nonce: fromHex('cafebabefacedbaddecaf888'),
  aad: fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  plain: fromHex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  ),
  ct: fromHex(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
      '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  ),
  tag: fromHex('76fc6ece0f4e1768cddf8853bb2d551b'),
} as const
