import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  applicationId,
  createDatabase,
  openReader,
  openWriter,
  setPragmas,
} from '../../../../electron/kernel/vault/open-connection.ts'
import { codeOf, tempFolder } from './vault-bench.ts'

const plaintext = 'SQLite format 3\u0000'

function aDatabase(): { readonly path: string; readonly key: Buffer } {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const connection = createDatabase(path, key)
  connection.exec('CREATE TABLE note (text TEXT) STRICT')
  connection.prepare('INSERT INTO note VALUES (?)').run('a needle that must not show')
  connection.close()
  return { path, key }
}

const badKeys: Record<string, unknown> = {
  'nothing at all': undefined,
  null: null,
  'an empty buffer': Buffer.alloc(0),
  'one byte': Buffer.alloc(1, 1),
  '31 bytes': Buffer.alloc(31, 1),
  '33 bytes': Buffer.alloc(33, 1),
  '64 bytes': Buffer.alloc(64, 1),
  'a wiped key': Buffer.alloc(32),
  'an empty text': '',
  'text of 32 characters': 'k'.repeat(32),
  'hex text': 'ab'.repeat(32),
  'a raw key literal as text': `x'${'ab'.repeat(32)}'`,
  'a raw key literal as bytes': Buffer.from(`x'${'ab'.repeat(32)}'`),
  'the driver form as bytes': Buffer.from(`raw:${'k'.repeat(32)}`),
  'a plain byte array': new Uint8Array(32).fill(1),
  'an array of numbers': Array.from({ length: 32 }, () => 1),
  'an array buffer': new ArrayBuffer(32),
  'a data view': new DataView(new ArrayBuffer(32)),
  'an object with a length': { length: 32, 0: 1 },
  'a number': 32,
  true: true,
  'a promise of a key': Promise.resolve(Buffer.alloc(32, 1)),
  'a function': () => Buffer.alloc(32, 1),
}

test.each(Object.entries(badKeys))('no file is made and none is opened when the key is %s', (_, value) => {
  const key = value as Buffer // the point of the test: what gets past the types
  const folder = tempFolder()
  expect(() => createDatabase(join(folder, 'vault.db'), key)).toThrow(/database key/)
  expect(() => openWriter(join(folder, 'vault.db'), key)).toThrow(/database key/)
  expect(() => openReader(join(folder, 'vault.db'), key)).toThrow(/database key/)

  expect(readdirSync(folder)).toEqual([])
})

test('a new database shows no plaintext, in itself and in its log', () => {
  const path = join(tempFolder(), 'vault.db')
  const connection = createDatabase(path, randomBytes(32))
  onTestFinished(() => void connection.close())
  connection.exec('CREATE TABLE note (text TEXT) STRICT')
  connection.prepare('INSERT INTO note VALUES (?)').run('a needle that must not show')
  const files = readdirSync(join(path, '..'))
  // read through a copy in this test only: the product never opens these while a connection lives
  const bytes = files.map(name => readFileSync(join(path, '..', name)).toString('latin1')).join('')

  expect(files.toSorted()).toEqual(['vault.db', 'vault.db-shm', 'vault.db-wal'])
  expect(bytes).not.toContain('SQLite format 3')
  expect(bytes).not.toContain('needle')
})

test('what was written is read by a writer and a reader with the key', () => {
  const { path, key } = aDatabase()
  const writer = openWriter(path, key)
  const reader = openReader(path, key)
  const rows = [writer, reader].map(connection => connection.prepare('SELECT count(*) AS n FROM note').get())
  reader.close()
  writer.close()

  expect(rows).toEqual([{ n: 1 }, { n: 1 }])
})

test('the opening order is cipher, legacy, key, first read, identity, then the rest', () => {
  const { path, key } = aDatabase()
  const steps: string[] = []
  const pragma = vi.spyOn(Database.prototype, 'pragma')
  const setKey = vi.spyOn(Database.prototype, 'key')
  let keyAtFirstRead: Buffer | undefined
  const original = Object.getOwnPropertyDescriptor(Database.prototype, 'prepare')?.value as Database.Database['prepare']
  const prepare = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, source: string) {
    keyAtFirstRead ??= Buffer.from(setKey.mock.calls[0]?.[0] ?? 'no key was given')
    return original.call(this, source)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  openWriter(path, key).close()
  const calls = [
    ...pragma.mock.calls.map((args, index) => ({ at: pragma.mock.invocationCallOrder[index] ?? 0, step: args[0] })),
    ...setKey.mock.calls.map((_, index) => ({ at: setKey.mock.invocationCallOrder[index] ?? 0, step: 'key' })),
    ...prepare.mock.calls.map((args, index) => ({ at: prepare.mock.invocationCallOrder[index] ?? 0, step: args[0] })),
  ]
  for (const { step } of calls.toSorted((left, right) => left.at - right.at)) steps.push(step)

  expect(steps.filter(step => !/^[a-z_]+$/.test(step) || step === 'key' || step === 'application_id')).toEqual([
    'cipher = sqlcipher',
    'legacy = 4',
    'key',
    'SELECT count(*) FROM sqlite_master',
    'application_id',
    'temp_store = 2',
    'locking_mode = normal',
    'journal_mode = wal',
    'synchronous = 2',
    'checkpoint_fullfsync = 1',
    'foreign_keys = 1',
    'trusted_schema = 0',
    'mmap_size = 0',
    'wal_autocheckpoint = 0',
    'cache_size = -16384',
  ])
  const given = setKey.mock.calls[0]?.[0]
  expect([given?.length, given?.every(byte => byte === 0)]).toEqual([36, true])
  expect(keyAtFirstRead?.every(byte => byte === 0)).toBe(true)
  expect(key.some(byte => byte !== 0)).toBe(true)
})

test('a pragma that does not take effect stops the opening', () => {
  const { path, key } = aDatabase()
  const original = Object.getOwnPropertyDescriptor(Database.prototype, 'pragma')?.value as Database.Database['pragma']
  for (const deaf of ['cipher', 'temp_store', 'journal_mode', 'synchronous', 'trusted_schema', 'foreign_keys']) {
    const spy = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
      this: Database.Database,
      source: string,
      options?: Database.PragmaOptions,
    ) {
      if (source === deaf) return 'something else'
      return original.call(this, source, options)
    })
    expect(() => openWriter(path, key)).toThrow(`pragma ${deaf} did not take effect`)
    spy.mockRestore()
  }
  openWriter(path, key).close()
})

test('pragmas are compared without regard to case and type', () => {
  const target = { pragma: (source: string): unknown => (source === 'journal_mode' ? 'WAL' : '7') }

  expect(() => setPragmas(target, [['journal_mode', 'wal']])).not.toThrow()
  expect(() => setPragmas(target, [['other', 7]])).not.toThrow()
  expect(() => setPragmas(target, [['other', 8]])).toThrow('did not take effect')
})

test('every pragma is as it should be on both kinds of connection', () => {
  const { path, key } = aDatabase()
  const writer = openWriter(path, key, { cacheKib: 2048 })
  const reader = openReader(path, key)
  const names = [
    'temp_store',
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'mmap_size',
    'query_only',
    'cache_size',
  ]
  const read = (connection: Database.Database): unknown[] => names.map(name => connection.pragma(name, { simple: true }))
  const [ofWriter, ofReader] = [read(writer), read(reader)]
  expect(() => reader.prepare('INSERT INTO note VALUES (?)').run('x')).toThrow(/readonly/)
  reader.close()
  writer.close()

  expect(ofWriter).toEqual([2, 'wal', 2, 1, 0, 0, 0, -2048])
  expect(ofReader).toEqual([2, 'wal', 2, 1, 0, 0, 1, -16384])
})

test('a file that is missing, empty, plaintext, foreign or damaged is refused and left as it was', async () => {
  const { path, key } = aDatabase()
  const folder = tempFolder()
  const at = (name: string, content: Buffer | string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const whole = readFileSync(path)
  const cases: readonly (readonly [string, string])[] = [
    [join(folder, 'absent'), 'vault-missing'],
    [at('empty', ''), 'vault-damaged'],
    [at('plain', plaintext.padEnd(4096, '\u0000')), 'vault-damaged'],
    [at('stub', randomBytes(100)), 'vault-damaged'],
    [at('noise', randomBytes(8192)), 'vault-damaged'],
    [at('half', whole.subarray(0, 2000)), 'vault-damaged'],
  ]
  for (const [file, code] of cases) {
    const before = existsSync(file) ? readFileSync(file) : null
    expect(await codeOf(() => openWriter(file, key))).toBe(code)
    expect(await codeOf(() => openReader(file, key))).toBe(code)
    expect(existsSync(file) ? readFileSync(file) : null).toEqual(before)
  }
  expect(await codeOf(() => openWriter(path, randomBytes(32)))).toBe('vault-damaged')
})

test('a keyed database that is not ours is refused', async () => {
  const { path, key } = aDatabase()
  const connection = openWriter(path, key)
  connection.pragma(`application_id = ${applicationId + 1}`)
  connection.close()

  expect(await codeOf(() => openWriter(path, key))).toBe('vault-damaged')
  expect(await codeOf(() => openReader(path, key))).toBe('vault-damaged')
})

test('a damaged page is told as damage when it is read', async () => {
  const { path, key } = aDatabase()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([1, 2, 3]), 0, 3, 1000)
  closeSync(file)

  expect(await codeOf(() => openWriter(path, key))).toBe('vault-damaged')
})

test('an existing file is never made over', async () => {
  const { path, key } = aDatabase()
  const before = readFileSync(path)

  expect(await codeOf(() => createDatabase(path, key))).toBe('vault-exists')
  expect(readFileSync(path)).toEqual(before)
})

test('no file stays when the new database turns out to be readable without its key', async () => {
  const folder = tempFolder()
  vi.spyOn(Database.prototype, 'key').mockReturnValue(0)
  onTestFinished(() => void vi.restoreAllMocks())

  expect(await codeOf(() => createDatabase(join(folder, 'vault.db'), randomBytes(32)))).toBe('crypto-unavailable')
  expect(readdirSync(folder)).toEqual([])
})

test('the header is not read while this thread has a connection on the file', () => {
  const { path, key } = aDatabase()
  const reader = openReader(path, key)
  expect(() => openWriter(path, key)).toThrow('open in this thread')
  reader.close()

  openWriter(path, key).close()
})
