import { afterEach, beforeEach, expect, test } from 'vitest'
import { editAct, idOf, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
  vault.apply(editAct, [insertPerson(idOf(1))])
})
afterEach(() => vault.close())

const anyLogRow = `INSERT INTO change_log (ts, tbl, row_id, kind, user_id, batch_id, schema_version, wall)
  VALUES (x'00', 'person', 'x', 'insert', 'x', 'x', 1, 0)`

test.each([
  `INSERT INTO person (id) VALUES ('x')`,
  `INSERT OR REPLACE INTO person (id) VALUES ('${idOf(1)}')`,
  `INSERT INTO person (id) VALUES ('${idOf(1)}') ON CONFLICT DO UPDATE SET name = 'x'`,
  `UPDATE person SET name = 'x'`,
  'DELETE FROM person',
  `UPDATE staff SET name = 'x'`,
  `INSERT INTO device (id) VALUES ('x')`,
  `UPDATE act SET name = 'x'`,
  'DELETE FROM act',
  anyLogRow,
  `UPDATE change_log SET vals = NULL`,
  'DELETE FROM change_log',
])('aborts when something else writes: %s', sql => {
  expect(() => vault.raw.exec(sql)).toThrow('written past the change log')
})

test('leaves no row of a statement that writes many', () => {
  vault.apply(editAct, [insertPerson(idOf(2))])
  const rows = (): unknown => vault.db.all('SELECT * FROM person ORDER BY id')
  const before = rows()
  vault.db.transaction(() => {
    expect(() => vault.raw.exec("INSERT INTO person (id) VALUES ('x'), ('y')")).toThrow('written past the change log')
    expect(() => vault.raw.exec("UPDATE person SET name = 'x'")).toThrow('written past the change log')
  })

  expect(rows()).toEqual(before)
})

test('still aborts when an earlier change set failed half way', () => {
  expect(() => vault.apply(editAct, [insertPerson(idOf(2)), insertPerson(idOf(1))])).toThrow('conflict')

  expect(() => vault.raw.exec('UPDATE person SET name = 1')).toThrow('written past the change log')
  expect(vault.db.get('SELECT count(*) AS n FROM person')).toEqual({ n: 1 })
})

test('lets nobody change or delete the log, not even while the spine writes', () => {
  vault.db.exec('UPDATE temp._write_gate SET open = 1')

  expect(() => vault.raw.exec('UPDATE change_log SET wall = 0')).toThrow('written past the change log')
  expect(() => vault.raw.exec('DELETE FROM change_log')).toThrow('written past the change log')
})

test('stands again after the vault was closed and opened', () => {
  vault.reopen()

  expect(() => vault.raw.exec('DELETE FROM person')).toThrow('written past the change log')
})
