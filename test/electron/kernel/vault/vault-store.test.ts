import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { productKdf } from '../../../../electron/kernel/vault/key-hierarchy.ts'
import { parseKeyring } from '../../../../electron/kernel/vault/keyring.ts'
import { lockVault } from '../../../../electron/kernel/vault/lock-database.ts'
import { openReader, openWriter } from '../../../../electron/kernel/vault/open-connection.ts'
import { newRecoveryCode } from '../../../../electron/kernel/vault/recovery-code.ts'
import { vaultPaths } from '../../../../electron/kernel/vault/vault-files.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { createVault, openVault, recoverVault } from '../../../../electron/kernel/vault/vault-store.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { failEveryStepOfCreation } from './creation-faults.ts'
import {
  benchOptions,
  codeOf,
  errorOf,
  fakeBackoffClock,
  faultyFs,
  goodPassword,
  makeVault,
  migrate,
  otherPassword,
  tempFolder,
} from './vault-bench.ts'

const people = { shopName: '云记茶行', ownerName: 'Mei', password: goodPassword }

/** Root may write anywhere: as root this runs as nobody. */
async function withoutRootRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

function flipFile(path: string, offset: number): void {
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

test('a new vault is open, is its owner\u2019s, and keeps what is written', async () => {
  const { vault, staffId, options } = await makeVault()
  expect(vault.me).toEqual({ id: staffId, name: 'Mei', role: 'owner' })
  expect([vault.shopName, vault.anchor]).toEqual(['云记茶行', 'none'])
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'kept')
  vault.close('manual')
  const again = await openVault({ ...options, staffId, password: goodPassword })
  const rows = again.writer.all('SELECT text FROM note')
  again.close('quit')

  expect(rows).toEqual([{ text: 'kept' }])
  expect([again.vaultId, again.anchor]).toEqual([vault.vaultId, 'same'])
})

test('after closing only whole files are left and none of them shows anything', async () => {
  const { vault, recoveryCode, options } = await makeVault()
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'a needle that must not show')
  const key = vault.exportKeyForReader()
  vault.close('manual')
  vault.close('manual')
  const files = readdirSync(options.folder).toSorted()
  const bytes = files.map(name => readFileSync(join(options.folder, name)).toString('latin1')).join('\n')

  expect(files).toEqual(['vault.anchor', 'vault.ballast', 'vault.db', 'vault.keys', 'vault.keys.prev', 'vault.lock'])
  for (const secret of ['SQLite format 3', 'needle', goodPassword, recoveryCode, key.toString('hex'), key.toString('latin1')]) {
    expect(bytes).not.toContain(secret)
  }
})

test('readers see committed rows, cannot write, and end with the vault', async () => {
  const { vault } = await makeVault()
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'kept')
  const [first, second] = [vault.openReader(), vault.openReader()]
  expect(first.db.all('SELECT text FROM note')).toEqual([{ text: 'kept' }])
  first.close()
  first.close()
  const key = vault.exportKeyForReader()
  key.fill(0)
  expect(vault.exportKeyForReader().some(byte => byte !== 0)).toBe(true)
  vault.close('idle')

  expect(() => second.db.all('SELECT text FROM note')).toThrow('not open')
  expect(vault.exportKeyForReader().every(byte => byte === 0)).toBe(true)
})

test.each([
  ['too short', 'abc-7731', 'password-too-short'],
  ['one of the commonest', 'woaini1314', 'password-too-common'],
  ['made of the shop and the owner', 'Mei云记茶行云记茶行', 'password-too-common'],
])('nothing is written when the password is %s', async (_, password, code) => {
  const folder = join(tempFolder(), 'shop')
  const made = createVault({ ...benchOptions(folder), ...people, password, recoveryCode: newRecoveryCode() })

  expect(await codeOf(() => made)).toBe(code)
  expect(existsSync(folder)).toBe(false)
})

test('nothing is written when the recovery code is none', async () => {
  const folder = join(tempFolder(), 'shop')

  expect(await codeOf(() => createVault({ ...benchOptions(folder), ...people, recoveryCode: 'ABCD' }))).toBe(
    'wrong-recovery-code',
  )
  expect(existsSync(folder)).toBe(false)
})

test('an existing vault is never made over, also where only its keyring or its database is left', async () => {
  const { vault, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  const create = (): Promise<unknown> => createVault({ ...options, ...people, recoveryCode: newRecoveryCode() })
  const before = readFileSync(paths.database)
  expect(await codeOf(create)).toBe('vault-exists')
  renameSync(paths.keyring, `${paths.keyring}.away`)
  rmSync(paths.keyringCopy)
  expect(await codeOf(create)).toBe('vault-exists')
  expect(readFileSync(paths.database)).toEqual(before)
  rmSync(paths.database)
  renameSync(`${paths.keyring}.away`, paths.keyring)

  expect(await codeOf(create)).toBe('vault-exists')
})

test('a creation that meets a full disk at any step leaves neither files nor folders', async () => {
  await failEveryStepOfCreation('ENOSPC', 'disk-full')
})

test('a migration that fails while creating leaves no files', async () => {
  const folder = join(tempFolder(), 'shop')
  const failing = (): never => {
    throw new AppError('disk-full')
  }
  const made = createVault({ ...benchOptions(folder, { migrate: failing }), ...people, recoveryCode: newRecoveryCode() })

  expect(await codeOf(() => made)).toBe('disk-full')
  expect(existsSync(folder)).toBe(false)
})

test('files that were in the folder before stay when creating fails', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'photo.jpg'), 'x')
  const failing = (): never => {
    throw new AppError('disk-full')
  }
  await codeOf(() => createVault({ ...benchOptions(folder, { migrate: failing }), ...people, recoveryCode: newRecoveryCode() }))

  expect(readdirSync(folder)).toEqual(['photo.jpg'])
})

test('what a killed creation left is swept by the next one, or finished where only the name was missing', async () => {
  const folder = tempFolder()
  const paths = vaultPaths(folder)
  writeFileSync(paths.newDatabase, 'half')
  writeFileSync(`${paths.newDatabase}-wal`, 'half')
  const { vault, staffId, options } = await makeVault({}, folder)
  vault.close('manual')
  renameSync(paths.database, paths.newDatabase)
  const again = await openVault({ ...options, staffId, password: goodPassword })
  again.close('manual')

  expect(readdirSync(folder).filter(name => name.includes('.new'))).toEqual([])
})

test.skipIf(process.platform === 'win32')('a folder without the right to write is told', async () => {
  const folder = tempFolder()
  // the word lists are loaded now: the user below may not be able to read them
  await codeOf(() => createVault({ ...benchOptions(folder), ...people, recoveryCode: '' }))
  chmodSync(folder, 0o555)
  const code = await withoutRootRights(() =>
    codeOf(() => createVault({ ...benchOptions(folder), ...people, recoveryCode: newRecoveryCode() })),
  )

  expect(code).toBe('folder-not-writable')
  expect(readdirSync(folder)).toEqual([])
})

test('a file where the folder should be is told', async () => {
  const folder = join(tempFolder(), 'shop')
  writeFileSync(folder, 'x')
  for (const target of [folder, join(folder, 'deeper')]) {
    const made = createVault({ ...benchOptions(target), ...people, recoveryCode: newRecoveryCode() })
    expect(await codeOf(() => made)).toBe('folder-not-writable')
  }
  expect(readFileSync(folder, 'utf8')).toBe('x')
})

test('wrong passwords wait after the third, and the right one works after the wait', async () => {
  const backoffClock = fakeBackoffClock()
  const { vault, staffId, options } = await makeVault({ backoffClock })
  vault.close('manual')
  const attempt = (password: string) => openVault({ ...options, staffId, password })
  for (let index = 0; index < 3; index++) expect(await codeOf(() => attempt(otherPassword))).toBe('wrong-password')
  const early = await errorOf(() => attempt(goodPassword))
  expect([early.code, early.details.params]).toEqual(['wait', { seconds: 1 }])
  backoffClock.pass(1)
  expect(await codeOf(() => attempt(otherPassword))).toBe('wrong-password')
  expect((await errorOf(() => attempt(goodPassword))).details.params).toEqual({ seconds: 2 })
  backoffClock.pass(2)
  ;(await attempt(goodPassword)).close('manual')

  for (let index = 0; index < 3; index++) expect(await codeOf(() => attempt(otherPassword))).toBe('wrong-password')
})

test('a try counts although the program ends before the password was checked', async () => {
  const backoffClock = fakeBackoffClock()
  const { vault, staffId, options } = await makeVault({ backoffClock })
  vault.close('manual')
  const attempts = [0, 1, 2].map(async () => {
    await openVault({ ...options, staffId, password: otherPassword })
  })
  await Promise.allSettled(attempts)
  const { tries } = JSON.parse(readFileSync(vaultPaths(options.folder).attempts, 'utf8')) as { tries: number }

  // three at once: one holds the lock, the others are refused without being counted
  expect(tries).toBe(1)
})

test('what is missing is told by name, and nothing is made in its place', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  const open = () => openVault({ ...options, staffId, password: goodPassword })
  renameSync(paths.database, `${paths.database}.away`)
  expect(await codeOf(open)).toBe('vault-missing')
  renameSync(`${paths.database}.away`, paths.database)
  writeFileSync(paths.keyring, '')
  writeFileSync(paths.keyringCopy, 'x')
  expect(await codeOf(open)).toBe('keyring-damaged')
  rmSync(paths.keyring)
  rmSync(paths.keyringCopy)
  expect(await codeOf(open)).toBe('keyring-missing')
  expect(
    await codeOf(() => openVault({ ...options, folder: join(options.folder, 'absent'), staffId, password: goodPassword })),
  ).toBe('vault-missing')

  expect(existsSync(paths.keyring)).toBe(false)
})

test('a damaged copy of the keyring is healed by opening', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  const whole = readFileSync(paths.keyring)
  for (const damage of [
    () => writeFileSync(paths.keyring, whole.subarray(0, 50)),
    () => flipFile(paths.keyring, whole.indexOf('"ct":"') + 8),
    () => rmSync(paths.keyring),
    () => rmSync(paths.keyringCopy),
    () => flipFile(paths.keyringCopy, 60),
  ]) {
    damage()
    ;(await openVault({ ...options, staffId, password: goodPassword })).close('manual')
    expect([readFileSync(paths.keyring), readFileSync(paths.keyringCopy)]).toEqual([whole, whole])
  }
})

test('a damaged database is told as damage although the password was right', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  flipFile(paths.database, 100)

  expect(await codeOf(() => openVault({ ...options, staffId, password: goodPassword }))).toBe('vault-damaged')
  expect(await codeOf(() => openVault({ ...options, staffId, password: otherPassword }))).toBe('wrong-password')
})

test('the lock is free and the counter clean after an opening that failed later on', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const future = (): never => {
    throw new AppError('vault-from-future')
  }
  for (let index = 0; index < 5; index++) {
    expect(await codeOf(() => openVault({ ...options, migrate: future, staffId, password: goodPassword }))).toBe(
      'vault-from-future',
    )
  }

  ;(await openVault({ ...options, staffId, password: goodPassword })).close('manual')
})

test('an open vault is refused to everybody else', async () => {
  const { staffId, recoveryCode, options } = await makeVault()

  expect(await codeOf(() => openVault({ ...options, staffId, password: goodPassword }))).toBe('vault-in-use')
  expect(await codeOf(() => recoverVault({ ...options, recoveryCode, newPassword: otherPassword }))).toBe('vault-in-use')
})

test('the recovery code sets a new password, ends the old one, and stays valid', async () => {
  const { vault, staffId, recoveryCode, options } = await makeVault()
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'kept')
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  const before = parseKeyring(readFileSync(paths.keyring))
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
  const recovered = await recoverVault({ ...options, recoveryCode: typed, newPassword: otherPassword })
  expect([recovered.me.id, recovered.writer.all('SELECT text FROM note')]).toEqual([staffId, [{ text: 'kept' }]])
  recovered.close('manual')
  const after = parseKeyring(readFileSync(paths.keyring))

  expect(await codeOf(() => openVault({ ...options, staffId, password: goodPassword }))).toBe('wrong-password')
  ;(await openVault({ ...options, staffId, password: otherPassword })).close('manual')
  ;(await recoverVault({ ...options, recoveryCode, newPassword: goodPassword })).close('manual')
  ;(await openVault({ ...options, staffId, password: goodPassword })).close('manual')
  expect(after?.slots[1]).toEqual(before?.slots[1])
  expect(after?.slots[0]?.salt).not.toBe(before?.slots[0]?.salt)
  expect(readFileSync(paths.keyringCopy)).toEqual(readFileSync(paths.keyring))
})

test('a mistyped code, a wrong code and a weak new password change nothing', async () => {
  const { vault, staffId, recoveryCode, options } = await makeVault()
  vault.close('manual')
  const recover = (code: string, newPassword = otherPassword) =>
    errorOf(() => recoverVault({ ...options, recoveryCode: code, newPassword }))
  expect((await recover(recoveryCode.slice(0, -1))).details.params).toEqual({ reason: 'typo' })
  expect((await recover(newRecoveryCode())).details.params).toEqual({ reason: 'wrong' })
  expect((await recover(recoveryCode, 'woaini1314')).code).toBe('password-too-common')
  expect((await recover(recoveryCode, 'short')).code).toBe('password-too-short')

  ;(await openVault({ ...options, staffId, password: goodPassword })).close('manual')
})

test('recovery is possible while passwords have to wait, and ends the wait', async () => {
  const backoffClock = fakeBackoffClock()
  const { vault, staffId, recoveryCode, options } = await makeVault({ backoffClock })
  vault.close('manual')
  for (let index = 0; index < 3; index++) await codeOf(() => openVault({ ...options, staffId, password: otherPassword }))
  ;(await recoverVault({ ...options, recoveryCode, newPassword: otherPassword })).close('manual')

  ;(await openVault({ ...options, staffId, password: otherPassword })).close('manual')
})

test('a slot of cheaper parameters is derived anew on the next opening', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  const stronger = { params: { name: 'scrypt', n: 32, r: 8, p: 1 }, isAllowed: () => true } as const
  ;(await openVault({ ...options, kdf: stronger, staffId, password: goodPassword })).close('manual')
  const [slot] = parseKeyring(readFileSync(paths.keyring))?.slots ?? []
  expect(slot?.kdf).toEqual(stronger.params)
  ;(await openVault({ ...options, kdf: stronger, staffId, password: goodPassword })).close('manual')

  expect(await codeOf(() => openVault({ ...options, kdf: productKdf, staffId, password: goodPassword }))).toBe('keyring-damaged')
})

test('the product\u2019s own parameters are used when none are given', async () => {
  const folder = tempFolder()
  const vault = await createVault({ folder, migrate, ballastBytes: 4096, ...people, recoveryCode: newRecoveryCode() })
  onTestFinished(() => vault.close('manual'))
  const [slot] = parseKeyring(readFileSync(vaultPaths(folder).keyring))?.slots ?? []

  expect(slot?.kdf).toEqual({ name: 'scrypt', n: 131_072, r: 8, p: 1 })
})

test('a database put back to an older state is reported, and one left by a crash is only ahead', async () => {
  const { vault, staffId, options } = await makeVault({
    migrate: connection => {
      connection.exec('CREATE TABLE IF NOT EXISTS change_log (ts BLOB PRIMARY KEY) STRICT, WITHOUT ROWID')
    },
  })
  const paths = vaultPaths(options.folder)
  const open = () => openVault({ ...options, staffId, password: goodPassword })
  vault.writer.run('INSERT INTO change_log VALUES (?)', Buffer.from('01', 'hex'))
  vault.close('manual')
  const [oldDatabase, oldAnchor] = [readFileSync(paths.database), readFileSync(paths.anchor)]
  const second = await open()
  second.writer.run('INSERT INTO change_log VALUES (?)', Buffer.from('02', 'hex'))
  second.close('manual')
  const newDatabase = readFileSync(paths.database)
  const reports: string[] = []
  for (const [database, anchor] of [
    [oldDatabase, readFileSync(paths.anchor)],
    [newDatabase, oldAnchor],
    [newDatabase, Buffer.from('{}')],
  ] as const) {
    writeFileSync(paths.database, database)
    writeFileSync(paths.anchor, anchor)
    const opened = await open()
    reports.push(opened.anchor)
    opened.close('manual')
  }

  expect(reports).toEqual(['behind', 'ahead', 'unreadable'])
})

test('another vault\u2019s database under this vault\u2019s name is damage', async () => {
  const [mine, other] = [await makeVault(), await makeVault()]
  mine.vault.close('manual')
  other.vault.close('manual')
  writeFileSync(vaultPaths(mine.options.folder).database, readFileSync(vaultPaths(other.options.folder).database))

  expect(await codeOf(() => openVault({ ...mine.options, staffId: mine.staffId, password: goodPassword }))).toBe('vault-damaged')
})

test('a database whose own note names another vault, or none, is damage although its key fits', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.rawWriter.exec("UPDATE _vault_identity SET vault_id = 'another'")
  const key = vault.exportKeyForReader()
  vault.close('manual')
  const open = () => openVault({ ...options, staffId, password: goodPassword })
  expect(await codeOf(open)).toBe('vault-damaged')
  const connection = openWriter(vault.databasePath, key)
  connection.exec('DROP TABLE _vault_identity')
  connection.close()

  expect(await codeOf(open)).toBe('vault-damaged')
})

test('the log is emptied by closing although a reader of another thread is still open', async () => {
  const { vault } = await makeVault()
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'kept')
  const reader = openReader(vault.databasePath, vault.exportKeyForReader())
  expect(statSync(`${vault.databasePath}-wal`).size).toBeGreaterThan(0)
  vault.close('manual')
  const bytes = statSync(`${vault.databasePath}-wal`).size
  reader.close()

  expect(bytes).toBe(0)
})

test('a creation that meets another program\u2019s lock removes nothing of what that one is making', async () => {
  const folder = tempFolder()
  const paths = vaultPaths(folder)
  const lock = lockVault(paths, systemFs, () => new Date())
  writeFileSync(paths.newDatabase, 'being made')
  const before = readdirSync(folder)
  const made = createVault({ ...benchOptions(folder), ...people, recoveryCode: newRecoveryCode() })
  expect(await codeOf(() => made)).toBe('vault-in-use')
  const after = readdirSync(folder)
  lock.release()

  expect(after).toEqual(before)
})

test('a full disk while opening gets the ballast\u2019s room, and the ballast comes back with the close', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const { ballast } = vaultPaths(options.folder)
  let fullTimes = 1
  const full = (): void => {
    if (fullTimes-- > 0) throw new AppError('disk-full')
  }
  const opened = await openVault({ ...options, migrate: full, staffId, password: goodPassword })
  expect(existsSync(ballast)).toBe(false)
  opened.close('manual')
  expect(statSync(ballast).size).toBe(4096)
  fullTimes = 2

  expect(await codeOf(() => openVault({ ...options, migrate: full, staffId, password: goodPassword }))).toBe('disk-full')
})

test('closing frees everything although a step of it fails', async () => {
  const folder = tempFolder()
  const { fs } = faultyFs(0, 'EIO')
  let isBroken = false
  const { vault, staffId, options } = await makeVault(
    {
      fs: {
        ...fs,
        open: path => {
          if (isBroken && path.includes('anchor')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
          return fs.open(path)
        },
      },
    },
    folder,
  )
  isBroken = true
  expect(await codeOf(() => vault.close('manual'))).toBe('folder-not-writable')
  expect(vault.rawWriter.open).toBe(false)
  isBroken = false

  ;(await openVault({ ...options, staffId, password: goodPassword })).close('manual')
})

test('a vault moved to another folder opens there', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const folder = join(tempFolder(), '云记 茶行')
  mkdirSync(folder)
  for (const name of readdirSync(options.folder)) renameSync(join(options.folder, name), join(folder, name))

  ;(await openVault({ ...options, folder, staffId, password: goodPassword })).close('manual')
})

test('the log is copied beside the writer where there is a checkpoint thread, and the vault closes whole after it', async () => {
  const checkpointScript = new URL('../../../../electron/checkpoint-worker.ts', import.meta.url)
  const { vault, options, staffId } = await makeVault({ checkpointScript })
  const bytes = 5 * 1024 * 1024
  const before = statSync(vault.databasePath).size
  vault.writer.run('INSERT INTO note (text) VALUES (?)', 'x'.repeat(bytes))
  await vault.noteBatch()
  await vault.stopCheckpoints()
  expect(statSync(vault.databasePath).size).toBeGreaterThan(before + bytes)
  vault.close('manual')
  expect(existsSync(`${vault.databasePath}-wal`)).toBe(false)

  const again = await openVault({ ...options, staffId, password: goodPassword })
  expect(again.writer.get('SELECT length(text) AS bytes FROM note')).toEqual({ bytes })
  again.close('manual')
})
