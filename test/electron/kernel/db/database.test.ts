import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault({ schema: 'CREATE TABLE _n (n INTEGER PRIMARY KEY, word TEXT NOT NULL)' })
  for (let n = 1; n <= 5; n += 1) vault.db.run('INSERT INTO _n (n, word) VALUES (?, ?)', n, `w${n}`)
})
afterEach(() => vault.close())

test('column answers the first column of every row, and the same statement whole rows where those are asked for', () => {
  const sql = 'SELECT n, word FROM _n WHERE n > ? ORDER BY n DESC'

  expect(vault.db.column<number>(sql, 2)).toEqual([5, 4, 3])
  expect(vault.db.all(sql, 3)).toEqual([
    { n: 5, word: 'w5' },
    { n: 4, word: 'w4' },
  ])
  expect(vault.db.column<number>(sql, 4)).toEqual([5])
})

test('more statements than are kept still answer, also while one of them is being walked', () => {
  const seen: number[] = []
  for (const row of vault.db.iterate<{ n: number }>('SELECT n FROM _n ORDER BY n')) {
    seen.push(row.n)
    for (let k = 0; k < 400; k += 1)
      expect(vault.db.get(`SELECT ${k} AS k, n FROM _n WHERE n = ?`, row.n)).toEqual({ k, n: row.n })
  }

  expect(seen).toEqual([1, 2, 3, 4, 5])
})
