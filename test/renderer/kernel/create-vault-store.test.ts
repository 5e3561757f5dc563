import { expect, test } from 'vitest'
import { createVaultStore } from '../../../renderer/kernel/create-vault-store.ts'
import { noteLock } from '../../../renderer/kernel/lock-counter.ts'

test('a vault store forgets everything when the vault is locked, fields too that came later', () => {
  const store = createVaultStore<{ names: string[]; extra?: string }>(() => ({ names: [] }))
  store.setState({ names: ['a'], extra: 'b' })

  noteLock()

  expect(store.getState()).toEqual({ names: [] })
})

test('what a store begins with is made anew at each lock', () => {
  const store = createVaultStore<{ names: string[] }>(() => ({ names: [] }))
  const before = store.getState().names
  before.push('left behind')

  noteLock()

  expect(store.getState().names).toEqual([])
})
