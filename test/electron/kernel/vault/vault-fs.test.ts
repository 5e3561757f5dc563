import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  isMissingFile,
  systemFs,
  toVaultFileError,
  type VaultFs,
  writeDurably,
} from '../../../../electron/kernel/vault/vault-fs.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { codeOf, faultyFs, tempFolder } from './vault-bench.ts'

const fileError = (code: string): Error => Object.assign(new Error('no'), { code })

test('a written file is whole, readable by its owner only, and has nothing beside it', () => {
  const path = join(tempFolder(), 'file')
  writeDurably(systemFs, path, Buffer.from('one'))
  writeDurably(systemFs, path, Buffer.from('two'))

  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(readdirSync(join(path, '..'))).toEqual(['file'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a rename that a scanner holds up is tried for about a second', async () => {
  let refusals = 7
  const pauses: number[] = []
  const path = join(tempFolder(), 'file')
  const fs: VaultFs = {
    ...systemFs,
    pause: milliseconds => void pauses.push(milliseconds),
    rename: (from, to) => {
      if (refusals-- > 0) throw fileError('EPERM')
      systemFs.rename(from, to)
    },
  }
  writeDurably(fs, path, Buffer.from('x'))
  expect(readFileSync(path, 'utf8')).toBe('x')
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(1130)
  refusals = 8

  expect(await codeOf(() => writeDurably(fs, path, Buffer.from('y')))).toBe('folder-not-writable')
  expect(readFileSync(path, 'utf8')).toBe('x')
})

test('the order is write, sync, close, rename, sync of the folder', () => {
  const path = join(tempFolder(), 'file')
  const order: string[] = []
  const spied = Object.fromEntries(
    Object.entries(systemFs).map(([name, call]: [string, (...args: never[]) => unknown]) => [
      name,
      (...args: never[]) => {
        order.push(name)
        return call(...args)
      },
    ]),
  )
  writeDurably({ ...systemFs, ...spied }, path, Buffer.from('x'))

  expect(order).toEqual(['open', 'write', 'sync', 'close', 'rename', 'syncFolder'])
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'folder-not-writable'],
  ['EIO', 'folder-not-writable'],
])('%s is told as %s', (code, expected) => {
  const error = toVaultFileError(fileError(code))

  expect(error instanceof AppError && error.code).toBe(expected)
})

test('other errors are handed on as they were', () => {
  const bug = new TypeError('bug')

  expect(toVaultFileError(bug)).toBe(bug)
  expect(isMissingFile(bug)).toBe(false)
  expect(isMissingFile(fileError('ENOENT'))).toBe(true)
})

test('the old content stays when any step before the rename fails', async () => {
  for (const failAt of [1, 2, 3]) {
    const path = join(tempFolder(), 'file')
    writeDurably(systemFs, path, Buffer.from('old'))
    const { fs } = faultyFs(failAt, 'ENOSPC', ['open', 'write', 'sync'])
    expect(await codeOf(() => writeDurably(fs, path, Buffer.from('new')))).toBe('disk-full')
    expect(readFileSync(path, 'utf8')).toBe('old')
  }
})
