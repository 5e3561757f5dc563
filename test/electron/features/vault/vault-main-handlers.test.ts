import { expect, test } from 'vitest'
import type { ClosedVault } from '../../../../electron/features/vault/closed-vault.ts'
import { createPreparedCode } from '../../../../electron/features/vault/prepared-code.ts'
import type { VaultLifecycle } from '../../../../electron/features/vault/vault-lifecycle.ts'
import { createVaultHandlers, type VaultHandlerPorts } from '../../../../electron/features/vault/vault-main-handlers.ts'
import { asCaller } from '../../../helpers/as-caller.ts'

const code = 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH'
const confirm = { first: 1, firstText: 'aaaa', second: 8, secondText: 'hhhh' }
const draft = { shopName: 'Tea', ownerName: 'Owner', password: 'x', confirm }

function handlers(lifecycle: Partial<VaultLifecycle> = {}, ports: Partial<VaultHandlerPorts> = {}) {
  const asked: unknown[] = []
  const ask = (request: unknown): Promise<{ state: 'none' }> => {
    asked.push(request)
    return Promise.resolve({ state: 'none' })
  }
  const made = createVaultHandlers({
    lifecycle: {
      state: () => ({ state: 'none' }),
      isUnlocked: () => false,
      create: ask,
      open: ask,
      recover: ask,
      lock: () => Promise.resolve(),
      shutDown: () => Promise.resolve(),
      refresh: () => ({ state: 'none' }),
      ...lifecycle,
    },
    preparedCode: createPreparedCode(() => code),
    place: {
      folder: () => '/drive/vault',
      usualFolder: '/usual/vault',
      knownShop: () => 'Tea',
      remember: (...place) => void asked.push(place),
    },
    measurePassword: () => Promise.resolve({ score: 4, accepted: true, reason: 'ok', hint: 'none' }),
    chooseVaultFolder: () => Promise.resolve('/chosen'),
    describe: (): ClosedVault => ({ state: 'present', shopName: 'Tea', staff: [], waitSeconds: 0 }),
    ...ports,
  })
  return { made: asCaller(made), asked }
}

test('a vault is made in the usual folder with the prepared code, even where a known one is missing', async () => {
  const { made, asked } = handlers()
  await made['vault.prepare']({})
  await made['vault.create'](draft)

  expect(asked).toEqual([{ folder: '/usual/vault', shopName: 'Tea', ownerName: 'Owner', password: 'x', recoveryCode: code }])
})

test('the prepared code is kept for another try when making the vault did not work, and forgotten when it did', async () => {
  let isFull = true
  const create: VaultLifecycle['create'] = () =>
    isFull ? Promise.reject(new Error('disk full')) : Promise.resolve({ state: 'none' })
  const { made } = handlers({ create })
  await made['vault.prepare']({})
  await expect(made['vault.create'](draft)).rejects.toThrow('disk full')
  isFull = false
  await made['vault.create'](draft)

  await expect(made['vault.create'](draft)).rejects.toMatchObject({ code: 'not-found' })
})

test('unlocking and recovering go to the known folder', async () => {
  const { made, asked } = handlers()
  await made['vault.unlock']({ staffId: 's', password: 'p' })
  await made['vault.recover']({ recoveryCode: code, newPassword: 'n' })

  expect(asked).toEqual([
    { folder: '/drive/vault', staffId: 's', password: 'p' },
    { folder: '/drive/vault', recoveryCode: code, newPassword: 'n' },
  ])
})

test('a chosen folder is remembered when it holds a vault', async () => {
  const { made, asked } = handlers()
  await made['vault.locate']({})

  expect(asked).toEqual([['/chosen', 'Tea']])
})

test('a chosen folder is not taken when it holds no vault, when one is open, or when the dialog was closed', async () => {
  const empty = handlers({}, { describe: () => ({ state: 'none' }) })
  const open = handlers({ isUnlocked: () => true })
  const closed = handlers({}, { chooseVaultFolder: () => Promise.resolve(null) })

  await expect(empty.made['vault.locate']({})).rejects.toMatchObject({ code: 'vault-missing' })
  await expect(open.made['vault.locate']({})).rejects.toMatchObject({ code: 'conflict' })
  expect(await closed.made['vault.locate']({})).toEqual({ state: 'none' })
  expect([...empty.asked, ...open.asked, ...closed.asked]).toEqual([])
})
