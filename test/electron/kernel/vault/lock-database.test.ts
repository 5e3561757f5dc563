import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockVault } from '../../../../electron/kernel/vault/lock-database.ts'
import { vaultPaths } from '../../../../electron/kernel/vault/vault-files.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { codeOf, errorOf, faultyFs, tempFolder } from './vault-bench.ts'

const now = (): Date => new Date('2026-05-01T10:00:00Z')

async function startHolder(folder: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer] // a readable stream without encoding gives buffers
  return { child, said: chunk.toString('utf8').trim() }
}

test('a second holder in the same program is refused and told who holds it', async () => {
  const paths = vaultPaths(tempFolder())
  const lock = lockVault(paths, systemFs, now)
  const error = await errorOf(() => lockVault(paths, systemFs, now))
  lock.release()

  expect(error.code).toBe('vault-in-use')
  expect(error.details.params).toMatchObject({ pid: process.pid, since: '2026-05-01T10:00:00.000Z' })
  expect(Object.keys(error.details.params ?? {}).toSorted()).toEqual(['host', 'pid', 'since'])
})

test('it is free after release, which may be called twice, and leaves an empty file', () => {
  const paths = vaultPaths(tempFolder())
  for (let round = 0; round < 3; round++) {
    const lock = lockVault(paths, systemFs, now)
    expect(existsSync(paths.owner)).toBe(true)
    lock.release()
    lock.release()
  }

  expect(readdirSync(paths.folder)).toEqual(['vault.lock'])
  expect(statSync(paths.lock).size).toBe(0)
})

test('another program is refused, and gets in at once after the holder was killed', async () => {
  const folder = tempFolder()
  const paths = vaultPaths(folder)
  const { child, said } = await startHolder(folder)
  expect(said).toBe('held')
  const error = await errorOf(() => lockVault(paths, systemFs, now))
  expect([error.code, error.details.params?.pid]).toEqual(['vault-in-use', child.pid])
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(paths.owner)).toBe(true)

  const lock = lockVault(paths, systemFs, now)
  expect((await startHolder(folder)).said).toBe('vault-in-use')
  lock.release()
})

test('it is refused without an owner when the owner file is damaged or gone', async () => {
  const paths = vaultPaths(tempFolder())
  const lock = lockVault(paths, systemFs, now)
  for (const content of ['', '{"pid":"x"}', '[]']) {
    writeFileSync(paths.owner, content)
    expect((await errorOf(() => lockVault(paths, systemFs, now))).details).toEqual({})
  }
  lock.release()
})

test('the lock is free again when its owner cannot be written', async () => {
  const paths = vaultPaths(tempFolder())
  for (const failAt of [1, 2, 3, 5]) {
    const { fs } = faultyFs(failAt, 'ENOSPC', ['open', 'write', 'sync', 'close', 'rename'])
    expect(await codeOf(() => lockVault(paths, fs, now))).toBe('disk-full')
    lockVault(paths, systemFs, now).release()
  }
})

test('a folder that is not there or is a file is not writable', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'taken'))
  mkdirSync(join(folder, 'taken', 'vault.lock'))

  for (const name of ['absent', 'file', 'taken']) {
    expect(await codeOf(() => lockVault(vaultPaths(join(folder, name)), systemFs, now))).toBe('folder-not-writable')
  }
})

test('the lock is free after release although the owner file could not be removed', () => {
  const paths = vaultPaths(tempFolder())
  lockVault(paths, faultyFs(1, 'EIO', ['remove']).fs, now).release()

  lockVault(paths, systemFs, now).release()
})
