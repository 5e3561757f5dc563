import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newId } from '../../../../electron/kernel/clock.ts'
import { type Keyring, sealKeyring } from '../../../../electron/kernel/vault/keyring.ts'
import { readKeyring, saveKeyring } from '../../../../electron/kernel/vault/keyring-file.ts'
import { makeRecoverySlot } from '../../../../electron/kernel/vault/keyring-unlock.ts'
import { vaultPaths } from '../../../../electron/kernel/vault/vault-files.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { codeOf, faultyFs, tempFolder } from './vault-bench.ts'

const vaultId = newId()

function aKeyring(shopName: string): Keyring {
  const slots = [
    makeRecoverySlot({ vaultId, epoch: 1, id: newId(), name: '', role: 'owner' }, Buffer.alloc(32, 1), Buffer.alloc(32, 2)),
  ]
  return sealKeyring({ format: 'zhanggui keyring', version: 1, vaultId, shopName, epoch: 1, slots }, Buffer.alloc(32, 3))
}

const before = aKeyring('before')
const after = aKeyring('after')

test('both copies hold the new keyring and nothing is left beside them', () => {
  const paths = vaultPaths(tempFolder())
  saveKeyring(systemFs, paths, before)
  saveKeyring(systemFs, paths, after)

  expect(readKeyring(systemFs, paths)).toEqual({ copies: [after], healthy: true })
  expect(readdirSync(paths.folder).toSorted()).toEqual(['vault.keys', 'vault.keys.prev'])
})

const steps = ['open', 'write', 'sync', 'close', 'rename', 'syncFolder', 'remove'] as const

test.each(['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'EROFS'])(
  'no keyring is lost when any one call of a save fails with %s',
  async code => {
    const { calls, fs: counting } = faultyFs(0, code, steps)
    saveKeyring(counting, vaultPaths(tempFolder()), before)
    const total = calls()
    expect(total).toBe(12)
    for (let failAt = 1; failAt <= total; failAt++) {
      const paths = vaultPaths(tempFolder())
      saveKeyring(systemFs, paths, before)
      const outcome = outcomeOf(() => saveKeyring(faultyFs(failAt, code, steps).fs, paths, after))
      const { copies } = readKeyring(systemFs, paths)
      // a rename that is refused once is tried again, so that save succeeds
      if (outcome === 'saved') expect(copies).toEqual([after])
      else expect(['disk-full', 'read-only', 'folder-not-writable']).toContain(outcome)
      for (const copy of copies) expect([before, after]).toContainEqual(copy)

      saveKeyring(systemFs, paths, after)
      expect(readKeyring(systemFs, paths)).toEqual({ copies: [after], healthy: true })
    }
  },
)

test('a full disk changes neither copy', async () => {
  const paths = vaultPaths(tempFolder())
  saveKeyring(systemFs, paths, before)
  for (let failAt = 1; failAt <= 2; failAt++) {
    const { fs } = faultyFs(failAt, 'ENOSPC', ['write'])
    expect(await codeOf(() => saveKeyring(fs, paths, after))).toBe('disk-full')
    expect(readKeyring(systemFs, paths)).toEqual({ copies: [before], healthy: true })
  }
})

test('the second copy is read when the first is damaged or gone', () => {
  const paths = vaultPaths(tempFolder())
  saveKeyring(systemFs, paths, before)
  const whole = readFileSync(paths.keyring)
  const damages = [
    () => writeFileSync(paths.keyring, ''),
    () => writeFileSync(paths.keyring, whole.subarray(0, 100)),
    () => writeFileSync(paths.keyring, Buffer.alloc(whole.length)),
    () => rmSync(paths.keyring),
  ]
  for (const damage of damages) {
    damage()
    expect(readKeyring(systemFs, paths)).toEqual({ copies: [before], healthy: false })
  }
})

test('a damaged or missing second copy is told, the first is read', () => {
  const paths = vaultPaths(tempFolder())
  saveKeyring(systemFs, paths, before)
  writeFileSync(paths.keyringCopy, 'x')
  expect(readKeyring(systemFs, paths)).toEqual({ copies: [before], healthy: false })
  rmSync(paths.keyringCopy)

  expect(readKeyring(systemFs, paths)).toEqual({ copies: [before], healthy: false })
})

test('no copy is missing, and two bad ones are damage', async () => {
  const paths = vaultPaths(tempFolder())
  expect(await codeOf(() => readKeyring(systemFs, paths))).toBe('keyring-missing')
  writeFileSync(paths.keyring, '{}')
  expect(await codeOf(() => readKeyring(systemFs, paths))).toBe('keyring-damaged')
  writeFileSync(paths.keyringCopy, '')

  expect(await codeOf(() => readKeyring(systemFs, paths))).toBe('keyring-damaged')
})

test('a copy on a bad sector counts as damaged', () => {
  const paths = vaultPaths(tempFolder())
  saveKeyring(systemFs, paths, before)

  expect(readKeyring(faultyFs(1, 'EIO', ['read']).fs, paths)).toEqual({ copies: [before], healthy: false })
})

function outcomeOf(work: () => void): string {
  try {
    work()
    return 'saved'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
