import { expect, test } from 'vitest'
import { toClosedVault } from '../../../../electron/features/vault/closed-vault.ts'

test('a vault that is there is told with its staff and waiting time', () => {
  expect(toClosedVault({ state: 'ready', vaultId: 'v', shopName: 'Tea', staff: [], waitSeconds: 4 }, null)).toEqual({
    state: 'present',
    shopName: 'Tea',
    staff: [],
    waitSeconds: 4,
  })
})

test('an empty or absent folder is a first run when no vault was ever known', () => {
  expect(toClosedVault({ state: 'none' }, null)).toEqual({ state: 'none' })
  expect(toClosedVault({ state: 'missing', what: 'folder', shopName: null }, null)).toEqual({ state: 'none' })
})

test('an empty or absent folder is a missing vault when one was known', () => {
  expect(toClosedVault({ state: 'none' }, 'Tea')).toEqual({ state: 'missing', shopName: 'Tea', what: 'file' })
  expect(toClosedVault({ state: 'missing', what: 'folder', shopName: null }, 'Tea')).toEqual({
    state: 'missing',
    shopName: 'Tea',
    what: 'folder',
  })
})

test('a vault of which parts are gone is missing, known or not', () => {
  expect(toClosedVault({ state: 'missing', what: 'keyring-damaged', shopName: null }, null)).toEqual({
    state: 'missing',
    shopName: '',
    what: 'keyring-damaged',
  })
  expect(toClosedVault({ state: 'missing', what: 'file', shopName: 'Tea' }, null)).toMatchObject({
    shopName: 'Tea',
    what: 'file',
  })
})
