import { spawnSync } from 'node:child_process'
import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createDatabase, openReader, openWriter } from '../../../electron/kernel/vault/open-connection.ts'
import { verifyPages } from '../../../electron/kernel/vault/page-verifier.ts'
import { tempFolder } from './vault/vault-bench.ts'

/*
 * The gate for a new version of the driver: what the vault was built on, fact by fact, as docs/security.md numbers
 * them. A fact that changed makes its test fail, and what rests on it has to be thought through again. F14 is held by
 * the power-loss tests.
 */

const plainHeader = 'SQLite format 3'
const needle = 'a needle in the hay'

type Connection = Database.Database

function raw(key: Buffer): Buffer {
  return Buffer.concat([Buffer.from('raw:'), key])
}

/** As little as possible: no pragmas of ours. */
function bare(path: string, key: Buffer | null, settings: readonly string[] = ["cipher='sqlcipher'", 'legacy=4']): Connection {
  const connection = new Database(path)
  onTestFinished(() => void connection.close())
  for (const setting of settings) connection.pragma(setting)
  if (key !== null) connection.key(key)
  return connection
}

function filled(rows = 50): { readonly path: string; readonly key: Buffer; readonly connection: Connection } {
  const path = join(tempFolder(), 'vault.db')
  const key = randomBytes(32)
  const connection = createDatabase(path, key)
  onTestFinished(() => void connection.close())
  connection.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  addRows(connection, rows)
  return { path, key, connection }
}

function addRows(connection: Connection, rows: number, size = 200): void {
  const insert = connection.prepare('INSERT INTO note (text) VALUES (?)')
  connection.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run(needle.padEnd(size, '.'))
  })()
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof Database.SqliteError ? error.code : String(error)
  }
}

function read(connection: Connection): unknown {
  return connection.prepare('SELECT count(*) AS n FROM sqlite_master').get()
}

function isPlain(path: string): boolean {
  return readFileSync(path).toString('latin1').startsWith(plainHeader)
}

const one = (connection: Connection, pragma: string): unknown => connection.pragma(pragma, { simple: true })

test('F1 the build is the one that was measured: versions, defaults, options', () => {
  const connection = bare(join(tempFolder(), 'x.db'), null, [])
  const options = (connection.pragma('compile_options') as { compile_options: string }[]).map(row => row.compile_options)

  expect(connection.prepare('SELECT sqlite_version() AS v, sqlite3mc_version() AS mc').get()).toEqual({
    v: '3.53.4',
    mc: 'SQLite3 Multiple Ciphers 2.4.0',
  })
  expect(one(connection, 'cipher')).toBe('chacha20')
  expect(one(connection, 'temp_store')).toBe(0)
  expect(one(filled().connection, 'secure_delete')).toBe(1)
  expect(options).toContain('TEMP_STORE=1')
  expect(options).toContain('THREADSAFE=2')
  expect(options).toContain('ENABLE_FTS5')
})

test('F1 synchronous is NORMAL again on a reopened database in WAL mode', () => {
  const { path, key, connection } = filled()
  connection.close()

  expect(one(bare(path, raw(key)), 'synchronous')).toBe(1)
})

test.skipIf(process.platform !== 'linux')(
  'F2 with temp_store=2 sorting and temporary tables open no file; without it they do',
  () => {
    const { path, key, connection } = filled(20_000)
    const spilled = (of: Connection): number => {
      of.pragma('cache_size = -500')
      // the first row comes out when everything was sorted, and the sorter's file is open until the last one
      for (const _ of of.prepare('SELECT text FROM note ORDER BY text || id DESC').iterate()) {
        return readdirSync('/proc/self/fd').filter(fd => linkOf(`/proc/self/fd/${fd}`).includes('etilqs')).length
      }
      return -1
    }
    expect(spilled(connection)).toBe(0)
    connection.close()

    expect(spilled(bare(path, raw(key)))).toBeGreaterThan(0)
  },
)

test('F3 database and log show no plaintext, serialize does', () => {
  const { path, connection } = filled()
  const files = ['', '-wal', '-shm'].map(end => readFileSync(path + end).toString('latin1'))

  expect(files.map(text => text.includes(needle) || text.includes(plainHeader))).toEqual([false, false, false])
  expect(connection.serialize().toString('latin1')).toContain(plainHeader)
})

test('F4 the backup API does not work on an encrypted database', async () => {
  const { path, connection } = filled()

  await expect(connection.backup(`${path}.copy`)).rejects.toThrow(/not supported/)
})

test('F5 VACUUM INTO keeps key and salt, gives a rollback-journal file, refuses a file with content', () => {
  const { path, key, connection } = filled()
  const copy = `${path}.copy`
  connection.prepare('VACUUM INTO ?').run(copy)
  const [header, original] = [copy, path].map(file => readFileSync(file).subarray(0, 16))
  const opened = bare(copy, raw(key))

  expect(header?.equals(original ?? Buffer.alloc(0))).toBe(true)
  expect([opened.prepare('SELECT count(*) AS n FROM note').get(), one(opened, 'journal_mode')]).toEqual([{ n: 50 }, 'delete'])
  expect(codeOf(() => connection.prepare('VACUUM INTO ?').run(copy))).not.toBe('none')
  expect(codeOf(() => connection.transaction(() => connection.prepare('VACUUM INTO ?').run(`${path}.two`))())).not.toBe('none')
})

test('F6 no key, an empty key and an attached empty key give plaintext files without an error', () => {
  const folder = tempFolder()
  const at = (name: string): string => join(folder, name)
  bare(at('none'), null).exec('CREATE TABLE t (x)')
  const empty = bare(at('empty'), null)
  empty.pragma("key=''")
  empty.exec('CREATE TABLE t (x)')
  const key = randomBytes(32)
  const main = bare(at('main'), raw(key))
  main.exec('CREATE TABLE t (x)')
  main.exec(`ATTACH '${at('inherits')}' AS a; CREATE TABLE a.t (x)`)
  main.exec(`ATTACH '${at('plain')}' AS b KEY ''; CREATE TABLE b.t (x)`)

  expect(['none', 'empty', 'main', 'inherits', 'plain'].map(name => isPlain(at(name)))).toEqual([true, true, false, false, true])
  expect(read(bare(at('inherits'), raw(key)))).toEqual({ n: 1 })
})

test('F6 rekeying with nothing decrypts the file in place', () => {
  const { path, connection } = filled()
  connection.pragma('journal_mode = DELETE')
  connection.pragma("rekey=''")
  connection.close()

  expect(isPlain(path)).toBe(true)
})

test('F7 three forms are the raw key; 32 bare bytes and hexkey are passphrases; legacy 0 and 4 do not mix', () => {
  const { path, key, connection } = filled()
  connection.close()
  const hex = key.toString('hex')
  const opens = (set: (connection: Connection) => unknown, settings?: readonly string[]): string => {
    const opened = bare(path, null, settings)
    return codeOf(() => {
      set(opened)
      read(opened)
    })
  }

  expect(opens(of => of.key(raw(key)))).toBe('none')
  expect(opens(of => of.key(Buffer.from(`x'${hex}'`)))).toBe('none')
  expect(opens(of => of.pragma(`key="x'${hex}'"`))).toBe('none')
  expect(opens(of => of.key(key))).toBe('SQLITE_NOTADB')
  expect(opens(of => of.pragma(`hexkey='${hex}'`))).toBe('SQLITE_NOTADB')
  expect(opens(of => of.key(raw(key)), ["cipher='sqlcipher'", 'legacy=0'])).toBe('SQLITE_NOTADB')
})

test('F8 wrong key, no key, wrong cipher and a stub are "not a database"; an empty file is an empty database', () => {
  const { path, key, connection } = filled()
  connection.close()
  const stub = `${path}.stub`
  writeFileSync(stub, randomBytes(100))
  const before = readFileSync(path)
  expect(codeOf(() => read(bare(path, raw(randomBytes(32)))))).toBe('SQLITE_NOTADB')
  expect(codeOf(() => bare(path, raw(randomBytes(32))).exec('CREATE TABLE t (x)'))).toBe('SQLITE_NOTADB')
  expect(codeOf(() => read(bare(path, null)))).toBe('SQLITE_NOTADB')
  expect(codeOf(() => read(bare(path, raw(key), ["cipher='chacha20'"])))).toBe('SQLITE_NOTADB')
  expect(codeOf(() => read(bare(stub, raw(key))))).toBe('SQLITE_NOTADB')
  expect(readFileSync(path).equals(before)).toBe(true)
  writeFileSync(stub, '')

  expect(read(bare(stub, raw(key)))).toEqual({ n: 0 })
})

test('F8 a damaged page is "corrupt" when it is read', () => {
  const { path, key, connection } = filled(500)
  connection.close()
  const bytes = readFileSync(path)
  bytes[3 * 4096 + 100] = (bytes[3 * 4096 + 100] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const opened = openWriter(path, key)
  onTestFinished(() => void opened.close())

  expect(codeOf(() => opened.prepare('SELECT sum(length(text)) FROM note').get())).toBe('SQLITE_CORRUPT')
})

test('F9 F10 our verifier finds what integrity checks of the driver do not', async () => {
  const { path, key, connection } = filled(500)
  connection.exec('DELETE FROM note WHERE id > 50')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  const whole = readFileSync(path)
  let [missed, integrityOk] = [0, 0]
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(whole)
    const bit = randomInt(4096 * 8, bytes.length * 8)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(path, bytes)
    if ((await verifyPages(path, key)).bad.length !== 1) missed += 1
    const opened = new Database(path)
    opened.pragma("cipher='sqlcipher'")
    opened.pragma('legacy=4')
    opened.key(raw(key))
    expect(opened.pragma('cipher_integrity_check')).toEqual([])
    if (codeOf(() => expect(one(opened, 'integrity_check')).toBe('ok')) === 'none') integrityOk += 1
    opened.close()
  }

  expect(missed).toBe(0)
  // free pages are never read: that is what our own verifier is for
  expect(integrityOk).toBeGreaterThan(0)
})

test('F10 a page\u2019s HMAC is SHA-512 over content, IV and number, its key two rounds from the raw key', () => {
  const { path, key, connection } = filled()
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  const bytes = readFileSync(path)
  const salt = bytes.subarray(0, 16).map(byte => byte ^ 0x3a)
  const first = createHmac('sha512', key)
    .update(salt)
    .update(Buffer.from([0, 0, 0, 1]))
    .digest()
  const second = createHmac('sha512', key).update(first).digest()
  const macKey = Buffer.from(first.map((byte, index) => byte ^ (second[index] ?? 0))).subarray(0, 32)
  const mac = createHmac('sha512', macKey)
    .update(bytes.subarray(4096, 8192 - 64))
    .update(Buffer.from([2, 0, 0, 0]))
    .digest()

  expect(mac.equals(bytes.subarray(8192 - 64, 8192))).toBe(true)
})

test('F11 an older valid copy of a page is accepted, junk at the end too', () => {
  const { path, key, connection } = filled(5)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  const page = 2
  connection.close()
  const old = readFileSync(path).subarray((page - 1) * 4096, page * 4096)
  const opened = openWriter(path, key)
  opened.prepare("UPDATE note SET text = 'new' WHERE id = 1").run()
  opened.close()
  const bytes = readFileSync(path)
  old.copy(bytes, (page - 1) * 4096)
  writeFileSync(path, Buffer.concat([bytes, Buffer.from('junk')]))
  const again = openWriter(path, key)
  onTestFinished(() => void again.close())

  expect(one(again, 'integrity_check')).toBe('ok')
  expect(again.prepare("SELECT count(*) AS n FROM note WHERE text = 'new'").get()).toEqual({ n: 0 })
})

test('F12 a flipped bit in the log drops the committed rows behind it without an error', () => {
  const { path, key, connection } = filled(0)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  for (let row = 0; row < 10; row++) addRows(connection, 1)
  const folder = tempFolder()
  const copy = join(folder, 'vault.db')
  copyFileSync(path, copy)
  const log = readFileSync(`${path}-wal`)
  log[Math.floor(log.length / 2)] = (log[Math.floor(log.length / 2)] ?? 0) ^ 1
  writeFileSync(`${copy}-wal`, log)
  connection.close()
  const opened = openWriter(copy, key)
  onTestFinished(() => void opened.close())
  const { n } = opened.prepare('SELECT count(*) AS n FROM note').get() as { n: number }

  expect([one(opened, 'integrity_check'), n < 10]).toEqual(['ok', true])
})

test('F13 F17 rows acknowledged before kill -9 are there, and the lock of the killed process is free at once', () => {
  const { path, key, connection } = filled(0)
  connection.close()
  const program = `
    import { openWriter } from '${join(import.meta.dirname, '../../../electron/kernel/vault/open-connection.ts')}'
    import Database from 'better-sqlite3'
    const lock = new Database(process.argv[1] + '.lock', { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    const db = openWriter(process.argv[1], Buffer.from(process.argv[2], 'hex'))
    const insert = db.prepare('INSERT INTO note (text) VALUES (?)')
    for (let row = 0; row < 25; row++) insert.run('row ' + row)
    process.kill(process.pid, 'SIGKILL')`
  for (let round = 1; round <= 3; round++) {
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path, key.toString('hex')], {
      cwd: join(import.meta.dirname, '../../..'),
    })
    const lock = new Database(`${path}.lock`, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    lock.close()
    const opened = openWriter(path, key)
    const rows = opened.prepare('SELECT count(*) AS n FROM note').get()
    const integrity = one(opened, 'integrity_check')
    opened.close()

    expect([signal, rows, integrity]).toEqual(['SIGKILL', { n: round * 25 }, 'ok'])
  }
})

test('F15 a rekey in WAL mode keeps the salt, and other connections are cut off', () => {
  const { path, key, connection } = filled()
  const reader = openReader(path, key)
  onTestFinished(() => void reader.close())
  const salt = (): string => readFileSync(path).subarray(0, 16).toString('hex')
  const before = salt()
  const newKey = randomBytes(32)
  connection.rekey(raw(newKey))
  expect(codeOf(() => read(reader))).toBe('SQLITE_NOTADB')
  reader.close()
  connection.close()

  expect(salt()).toBe(before)
  expect(read(bare(path, raw(newKey)))).toEqual({ n: 1 })
})

test('F16 an old log beside a restored older file brings its rows back', () => {
  const { path, key, connection } = filled(10)
  connection.pragma('wal_checkpoint(TRUNCATE)')
  const folder = tempFolder()
  const restored = join(folder, 'vault.db')
  copyFileSync(path, restored)
  addRows(connection, 20)
  copyFileSync(`${path}-wal`, `${restored}-wal`)
  const opened = openWriter(restored, key)
  onTestFinished(() => void opened.close())

  expect(opened.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 30 })
})

test('F16 a copy of the main file alone lacks what is in the log', () => {
  const { path, key } = filled(10)
  const copy = join(tempFolder(), 'vault.db')
  copyFileSync(path, copy)
  const opened = openWriter(copy, key)
  onTestFinished(() => void opened.close())

  expect(() => opened.prepare('SELECT count(*) FROM note').get()).toThrow('no such table')
})

test('F17 a second writer waits and is told busy; exclusive locking refuses readers too', () => {
  const { path, key, connection } = filled()
  const second = bare(path, raw(key))
  second.pragma('busy_timeout = 0')
  connection.exec('BEGIN IMMEDIATE')
  expect(codeOf(() => second.exec('BEGIN IMMEDIATE'))).toBe('SQLITE_BUSY')
  expect(read(second)).toEqual({ n: 1 })
  connection.exec('COMMIT')
  second.close()
  connection.close()
  const exclusive = bare(path, raw(key), ["cipher='sqlcipher'", 'legacy=4', 'locking_mode=EXCLUSIVE'])
  exclusive.exec('BEGIN IMMEDIATE; COMMIT')
  const reader = bare(path, raw(key))
  reader.pragma('busy_timeout = 0')

  expect(codeOf(() => read(reader))).toBe('SQLITE_BUSY')
  expect(existsSync(`${path}-shm`)).toBe(false)
})

const canMount = process.platform === 'linux' && process.geteuid?.() === 0

test.skipIf(!canMount)('F18 on a full disk writing and even deleting fail, reading works, nothing is damaged', context => {
  const disk = tempFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status !== 0)
    context.skip('mounting is not allowed here')
  onTestFinished(() => void spawnSync('umount', ['-l', disk]))
  const folder = join(disk, 'shop')
  mkdirSync(folder)
  const path = join(folder, 'vault.db')
  const connection = createDatabase(path, randomBytes(32))
  onTestFinished(() => void connection.close())
  connection.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const fill = (size: number): string =>
    codeOf(() => {
      for (let round = 0; round < 20_000; round++) addRows(connection, 1, size)
    })
  expect([fill(50_000), fill(10)]).toEqual(['SQLITE_FULL', 'SQLITE_FULL'])
  expect(codeOf(() => connection.exec('DELETE FROM note'))).toBe('SQLITE_FULL')

  expect(one(connection, 'integrity_check')).toBe('ok')
  expect((connection.prepare('SELECT count(*) AS n FROM note').get() as { n: number }).n).toBeGreaterThan(0)
})

test('F20 memory_security is unknown to this driver and answers nothing', () => {
  const { connection } = filled()

  expect([connection.pragma('memory_security'), connection.pragma('cipher_version')]).toEqual([[], []])
})

test('an in-memory database cannot be keyed', () => {
  const memory = new Database(':memory:')
  onTestFinished(() => void memory.close())
  memory.pragma("cipher='sqlcipher'")

  expect(codeOf(() => memory.key(raw(randomBytes(32))))).not.toBe('none')
})

/** '' when it was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
