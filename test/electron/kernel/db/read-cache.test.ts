import { expect, test } from 'vitest'
import { createReadCache } from '../../../../electron/kernel/db/read-cache.ts'

function aCache(size = 3) {
  const state = { version: 0, isInTransaction: false, made: [] as string[] }
  const cache = createReadCache({ version: () => state.version, isInTransaction: () => state.isInTransaction, size })
  const ask = (key: string): string =>
    cache.remember(key, () => {
      state.made.push(key)
      return `${key}${state.version}`
    })
  return { state, ask }
}

test('an answer is made once until something is written', () => {
  const { state, ask } = aCache()

  expect([ask('a'), ask('a')]).toEqual(['a0', 'a0'])
  state.version = 1
  expect([ask('a'), ask('a')]).toEqual(['a1', 'a1'])
  expect(state.made).toEqual(['a', 'a'])
})

test('the answers used last are kept when there are too many', () => {
  const { state, ask } = aCache(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)

  expect(state.made).toEqual(['a', 'b', 'c', 'b'])
})

test('nothing is kept that was made inside a transaction, and what was kept before is still answered', () => {
  const { state, ask } = aCache()
  ask('before')
  state.isInTransaction = true
  state.version = 1
  ask('inside')
  state.isInTransaction = false

  expect([ask('inside'), ask('before')]).toEqual(['inside1', 'before1'])
  expect(state.made).toEqual(['before', 'inside', 'inside', 'before'])
})

test('an answer may itself ask for another', () => {
  const { state, ask } = aCache()
  const cache = createReadCache({ version: () => state.version, isInTransaction: () => false, size: 1 })

  expect(cache.remember('outer', () => cache.remember('inner', () => 1) + 1)).toBe(2)
  expect(cache.remember('outer', () => 0)).toBe(2)
  expect(ask('a')).toBe('a0')
})
