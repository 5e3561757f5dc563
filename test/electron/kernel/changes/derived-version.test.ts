import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureDerived } from '../../../../electron/kernel/changes/derived-version.ts'
import { cardCount, editAct, idOf, insertCard, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
  vault.apply(editAct, [insertPerson(idOf(1)), insertCard(idOf(2), idOf(1))])
})
afterEach(() => vault.close())

const counts = () => vault.db.all('SELECT person_id, n FROM _card_count')
const right = [{ person_id: idOf(1), n: 1 }]

test('derived tables are made anew when another version of the program made them, or none', () => {
  vault.db.run('DELETE FROM _card_count')
  ensureDerived(vault.db, [cardCount], 1)
  expect(counts()).toEqual(right)

  vault.db.run('UPDATE _card_count SET n = 7')
  ensureDerived(vault.db, [cardCount], 1)
  expect(counts()).toEqual([{ person_id: idOf(1), n: 7 }])

  ensureDerived(vault.db, [cardCount], 2)
  expect(counts()).toEqual(right)
})

test('the old tables and their version stay when making them anew fails', () => {
  ensureDerived(vault.db, [cardCount], 1)
  const failing = {
    ...cardCount,
    rebuild: () => {
      vault.db.run('DELETE FROM _card_count')
      throw new Error('no space')
    },
  }

  expect(() => ensureDerived(vault.db, [failing], 2)).toThrow('no space')

  expect(counts()).toEqual(right)
  expect(vault.db.get("SELECT value FROM _meta WHERE key = 'derived-version'")).toEqual({ value: '1' })
})
