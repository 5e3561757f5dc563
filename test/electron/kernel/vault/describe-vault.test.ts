import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeVault } from '../../../../electron/kernel/vault/describe-vault.ts'
import { vaultPaths } from '../../../../electron/kernel/vault/vault-files.ts'
import { openVault } from '../../../../electron/kernel/vault/vault-store.ts'
import { codeOf, fakeBackoffClock, makeVault, otherPassword, tempFolder } from './vault-bench.ts'

test('a closed vault tells its shop, its staff and that no wait is due', async () => {
  const { vault, staffId, options } = await makeVault()
  vault.close('manual')
  const before = readdirSync(options.folder)

  expect(describeVault(options.folder)).toEqual({
    state: 'ready',
    vaultId: vault.vaultId,
    shopName: '云记茶行',
    staff: [{ id: staffId, name: 'Mei', role: 'owner' }],
    waitSeconds: 0,
  })
  expect(readdirSync(options.folder)).toEqual(before)
})

test('the wait after wrong passwords is told', async () => {
  const backoffClock = fakeBackoffClock()
  const { vault, staffId, options } = await makeVault({ backoffClock })
  vault.close('manual')
  for (let index = 0; index < 5; index++) {
    await codeOf(() => openVault({ ...options, staffId, password: otherPassword }))
    backoffClock.pass(index < 4 ? 60 : 1)
  }

  expect(describeVault(options.folder, backoffClock)).toMatchObject({ state: 'ready', waitSeconds: 3 })
})

test('a damaged first keyring is passed over', async () => {
  const { vault, options } = await makeVault()
  vault.close('manual')
  writeFileSync(vaultPaths(options.folder).keyring, '{')

  expect(describeVault(options.folder)).toMatchObject({ state: 'ready', shopName: '云记茶行' })
})

test('what is missing is told by name', async () => {
  const { vault, options } = await makeVault()
  vault.close('manual')
  const paths = vaultPaths(options.folder)
  renameSync(paths.database, paths.newDatabase)
  expect(describeVault(options.folder)).toMatchObject({ state: 'ready' })
  renameSync(paths.newDatabase, join(options.folder, 'away'))
  expect(describeVault(options.folder)).toEqual({ state: 'missing', what: 'file', shopName: '云记茶行' })
  writeFileSync(paths.keyring, '')
  writeFileSync(paths.keyringCopy, '')
  expect(describeVault(options.folder)).toEqual({ state: 'missing', what: 'keyring-damaged', shopName: null })
  rmSync(paths.keyring)
  rmSync(paths.keyringCopy)
  expect(describeVault(options.folder)).toEqual({ state: 'none' })
  renameSync(join(options.folder, 'away'), paths.database)

  expect(describeVault(options.folder)).toEqual({ state: 'missing', what: 'keyring', shopName: null })
})

test('an absent folder is told and not made', () => {
  const folder = join(tempFolder(), 'absent')

  expect(describeVault(folder)).toEqual({ state: 'missing', what: 'folder', shopName: null })
  expect(existsSync(folder)).toBe(false)
})
