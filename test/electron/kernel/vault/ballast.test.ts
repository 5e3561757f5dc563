import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ballastBytes, openBallast, withBallast } from '../../../../electron/kernel/vault/ballast.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { codeOf, faultyFs, tempFolder } from './vault-bench.ts'

const pathOf = (): string => join(tempFolder(), 'vault.ballast')

test('the ballast takes 16 MB of real room that cannot be compressed away', () => {
  const path = pathOf()
  openBallast(systemFs, path).make()

  expect(statSync(path).size).toBe(ballastBytes)
  expect(gzipSync(readFileSync(path).subarray(0, 65_536)).length).toBeGreaterThan(65_000)
})

test('no part of it stays when the disk fills up while it is made', async () => {
  const path = pathOf()
  for (let failAt = 1; failAt <= 4; failAt++) {
    const { fs } = faultyFs(failAt, 'ENOSPC', ['open', 'write', 'sync', 'close'])
    expect(await codeOf(() => openBallast(fs, path, 4096).make())).toBe('disk-full')
    expect(readdirSync(dirname(path))).toEqual([])
  }
})

test('it is made again only where there is plenty of room', () => {
  const path = pathOf()
  const tight = openBallast({ ...systemFs, freeBytes: () => 4 * 4096 - 1 }, path, 4096)
  const roomy = openBallast({ ...systemFs, freeBytes: () => 4 * 4096 }, path, 4096)

  expect([tight.restore(), existsSync(path)]).toEqual([false, false])
  expect([roomy.restore(), existsSync(path)]).toEqual([true, true])
  expect([roomy.release(), existsSync(path), roomy.release()]).toEqual([true, false, false])
})

test('work that meets a full disk is done once more with the ballast released', async () => {
  const path = pathOf()
  const ballast = openBallast(systemFs, path, 4096)
  ballast.make()
  const work = (): string => {
    if (existsSync(path)) throw new AppError('disk-full')
    return 'done'
  }

  expect(await withBallast(ballast, work)).toBe('done')
})

test('a full disk is told when the ballast was given already, and other failures are not repeated', async () => {
  const ballast = openBallast(systemFs, pathOf(), 4096)
  expect(
    await codeOf(() =>
      withBallast(ballast, () => {
        throw new AppError('disk-full')
      }),
    ),
  ).toBe('disk-full')
  ballast.make()
  let runs = 0
  const refused = await codeOf(() =>
    withBallast(ballast, () => {
      runs += 1
      throw new AppError('wrong-password')
    }),
  )

  expect([refused, runs, ballast.release()]).toEqual(['wrong-password', 1, true])
})
