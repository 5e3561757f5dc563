import * as crypto from 'node:crypto'
import { expect, test } from 'vitest'
import { assertCryptoWorks, type CryptoPrimitives } from '../../../../electron/kernel/vault/crypto-self-test.ts'
import { codeOf } from './vault-bench.ts'

const real: CryptoPrimitives = {
  scrypt: crypto.scrypt,
  hkdfSync: crypto.hkdfSync,
  createCipheriv: crypto.createCipheriv,
  createDecipheriv: crypto.createDecipheriv,
  createHmac: crypto.createHmac,
  randomBytes: size => crypto.randomBytes(size),
}

const broken: Record<string, Partial<CryptoPrimitives>> = {
  'scrypt is missing': { scrypt: undefined as never },
  'scrypt answers something else': {
    scrypt: ((_p: unknown, _s: unknown, length: number, _o: unknown, done: (error: null, key: Buffer) => void) =>
      done(null, Buffer.alloc(length, 7))) as never,
  },
  'scrypt fails': {
    scrypt: ((_p: unknown, _s: unknown, _l: unknown, _o: unknown, done: (error: Error) => void) =>
      done(new Error('no'))) as never,
  },
  'hkdf answers something else': { hkdfSync: () => new ArrayBuffer(42) },
  'hmac hashes with something else': { createHmac: ((_hash: string, key: string) => crypto.createHmac('sha1', key)) as never },
  'gcm cannot encrypt': {
    createCipheriv: () => {
      throw new Error('no such cipher')
    },
  },
  'gcm accepts a forged tag of full length': {
    createDecipheriv: ((_name: string, key: Buffer, nonce: Buffer) => {
      const decipher = crypto.createCipheriv('aes-256-ctr', key, Buffer.concat([nonce, Buffer.from([0, 0, 0, 2])]))
      const setAuthTag = (tag: Buffer): unknown => {
        if (tag.length !== 16) throw new Error('invalid tag length')
        return decipher
      }
      return Object.assign(decipher, { setAAD: () => decipher, setAuthTag })
    }) as never,
  },
  'gcm accepts any tag': {
    createDecipheriv: ((name: 'aes-256-gcm', key: Buffer, nonce: Buffer) => {
      const decipher = crypto.createCipheriv('aes-256-ctr', key, Buffer.concat([nonce, Buffer.from([0, 0, 0, 2])]))
      return Object.assign(decipher, { setAAD: () => decipher, setAuthTag: () => decipher, name })
    }) as never,
  },
  'gcm accepts a short tag': {
    createDecipheriv: ((name: 'aes-256-gcm', key: Buffer, nonce: Buffer) =>
      crypto.createDecipheriv(name, key, nonce, {})) as never,
  },
  'random bytes repeat': { randomBytes: size => Buffer.alloc(size, 9) },
  'random bytes are too few': { randomBytes: () => crypto.randomBytes(8) },
}

test('the self-test passes with this crypto library', async () => {
  await expect(assertCryptoWorks()).resolves.toBeUndefined()
})

test.each(Object.entries(broken))('the self-test refuses when %s', async (_, parts) => {
  expect(await codeOf(() => assertCryptoWorks({ ...real, ...parts }))).toBe('crypto-unavailable')
})
