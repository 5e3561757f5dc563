import { expect, test } from 'vitest'
import type { ClosedVault } from '../../../../electron/features/vault/closed-vault.ts'
import { createVaultLifecycle } from '../../../../electron/features/vault/vault-lifecycle.ts'
import type { OpenedVault } from '../../../../electron/kernel/ipc/worker-protocol.ts'
import { type Result, succeed } from '../../../../shared/kernel/result.ts'

const me = { id: '01890000-0000-7000-8000-000000000001', name: 'owner', role: 'owner' } as const
const opened: OpenedVault = { vaultId: '01890000-0000-7000-8000-000000000002', shopName: 'Tea', me }
const present: ClosedVault = { state: 'present', shopName: 'Tea', staff: [me], waitSeconds: 0 }
const request = { folder: '/v', staffId: me.id, password: 'x' }
const since = '2026-01-01T00:00:00.000Z'

function watch(vault: ClosedVault = present) {
  const told: string[] = []
  const world = { vault, answer: Promise.withResolvers<Result<OpenedVault>>(), closing: Promise.withResolvers<void>() }
  const attempt = (): Promise<Result<OpenedVault>> => world.answer.promise
  const lifecycle = createVaultLifecycle({
    host: {
      create: attempt,
      open: attempt,
      recover: attempt,
      close: reason => {
        told.push(`close ${reason}`)
        return world.closing.promise
      },
      warm: () => void told.push('warm'),
    },
    describe: () => world.vault,
    now: () => new Date(since),
    onState: state => told.push(state.state),
    onUnlocked: folder => told.push(`unlocked ${folder}`),
    onLocked: reason => told.push(`drop ${reason}`),
  })
  const unlock = async (): Promise<void> => {
    world.answer.resolve(succeed(opened))
    await lifecycle.open(request)
    told.length = 0
  }
  return { world, told, lifecycle, unlock }
}

test('at the start a vault that is there is locked', () => {
  expect(watch().lifecycle.state()).toEqual({
    state: 'locked',
    shopName: 'Tea',
    staff: [me],
    since,
    reason: 'start',
    waitSeconds: 0,
  })
  expect(watch({ state: 'none' }).lifecycle.state()).toEqual({ state: 'none' })
})

test('opening goes through opening to unlocked', async () => {
  const { lifecycle, told, world } = watch()
  const opening = lifecycle.open(request)
  expect(lifecycle.state()).toEqual({ state: 'opening', shopName: 'Tea' })
  expect(lifecycle.isUnlocked()).toBe(false)
  world.answer.resolve(succeed(opened))

  expect(await opening).toEqual({ state: 'unlocked', shopName: 'Tea', me })
  expect(told).toEqual(['opening', 'unlocked /v', 'unlocked'])
})

test('a refused password leads back to locked, with the waiting time as it is now', async () => {
  const { lifecycle, world } = watch()
  const opening = lifecycle.open(request)
  world.vault = { ...present, waitSeconds: 4 }
  world.answer.resolve({ ok: false, failure: { code: 'wrong-password' } })

  await expect(opening).rejects.toMatchObject({ code: 'wrong-password' })
  expect(lifecycle.state()).toMatchObject({ state: 'locked', waitSeconds: 4 })
})

test('the reference of a bug and the seconds to wait reach the caller', async () => {
  const { lifecycle, world } = watch()
  world.answer.resolve({ ok: false, failure: { code: 'internal', reference: '1a2b3c4d' } })

  await expect(lifecycle.open(request)).rejects.toMatchObject({ code: 'internal', details: { reference: '1a2b3c4d' } })
})

test('a second opening is refused while one is under way', async () => {
  const { lifecycle, world } = watch()
  const first = lifecycle.open(request)

  await expect(lifecycle.open(request)).rejects.toMatchObject({ code: 'conflict' })
  world.answer.resolve(succeed(opened))
  expect(await first).toMatchObject({ state: 'unlocked' })
})

test('a lock refuses at once, drops the content before the files are closed, then makes the next thread ready', async () => {
  const { lifecycle, told, world, unlock } = watch()
  await unlock()
  const locking = lifecycle.lock('suspend')

  expect(lifecycle.isUnlocked()).toBe(false)
  expect(lifecycle.state()).toMatchObject({ state: 'locked', reason: 'suspend' })
  expect(told).toEqual(['close suspend', 'drop suspend', 'locked'])
  world.closing.resolve()
  await locking
  expect(told.at(-1)).toBe('warm')
})

test('a lock while opening wins over the answer that comes later', async () => {
  const { lifecycle, world } = watch()
  const opening = lifecycle.open(request)
  void lifecycle.lock('screen-lock')
  world.answer.resolve(succeed(opened))

  await expect(opening).rejects.toMatchObject({ code: 'locked' })
  expect(lifecycle.state()).toMatchObject({ state: 'locked', reason: 'screen-lock' })
})

test('a second lock changes nothing', async () => {
  const { lifecycle, told, world, unlock } = watch()
  await unlock()
  world.closing.resolve()
  await lifecycle.lock('idle')
  told.length = 0
  await lifecycle.lock('manual')

  expect(told).toEqual([])
  expect(lifecycle.state()).toMatchObject({ reason: 'idle' })
})

test('a vault is not made where one is', async () => {
  const create = { folder: '/v', shopName: 'Tea', ownerName: 'O', password: 'x', recoveryCode: 'y' }

  await expect(watch().lifecycle.create(create)).rejects.toMatchObject({ code: 'vault-exists' })
})

test('a new vault is unlocked when it is made', async () => {
  const { lifecycle, world } = watch({ state: 'none' })
  world.answer.resolve(succeed(opened))

  expect(
    await lifecycle.create({ folder: '/v', shopName: 'Tea', ownerName: 'O', password: 'x', recoveryCode: 'y' }),
  ).toMatchObject({
    state: 'unlocked',
  })
})

test('shutting down locks, and ends the waiting thread when it was locked already', async () => {
  const open = watch()
  await open.unlock()
  open.world.closing.resolve()
  await open.lifecycle.shutDown()
  const closed = watch()
  closed.world.closing.resolve()
  await closed.lifecycle.shutDown()

  expect(open.told).toEqual(['close quit', 'drop quit', 'locked', 'close quit'])
  expect(closed.told).toEqual(['close quit'])
})
