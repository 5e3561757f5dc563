import fc from 'fast-check'
import { expect, test } from 'vitest'
import { installGuards } from '../../../../electron/kernel/changes/guard-triggers.ts'
import { kernelTables } from '../../../../electron/kernel/changes/kernel-tables.ts'
import { replayLog } from '../../../../electron/kernel/changes/replay-log.ts'
import { readTableShape } from '../../../../electron/kernel/changes/table-shape.ts'
import { wrapDatabase } from '../../../../electron/kernel/db/database.ts'
import { applyAct, randomActs } from '../../../helpers/random-acts.ts'
import { change, editAct, idOf, importAct, insertCard, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openKeyed, openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

const compared = [
  'SELECT * FROM staff',
  'SELECT * FROM person ORDER BY id',
  'SELECT * FROM card ORDER BY id',
  'SELECT * FROM _cell_clock ORDER BY tbl, row_id, col',
  'SELECT * FROM _timeline ORDER BY customer, at, ref',
]

/** Some of everything: inserts, bytes, a record that moves to another customer, delete, restore, undo. */
function liveThrough(vault: TestVault): void {
  const photo = Buffer.from([1, 0, 255])
  vault.apply(importAct, [insertPerson(idOf(1)), insertPerson(idOf(2)), insertCard(idOf(3), idOf(1))])
  vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'Bo', photo, weight: Infinity })])
  const moved = vault.apply(editAct, [change('card', idOf(3), 'update', { person_id: idOf(2) })])
  vault.apply(editAct, [change('person', idOf(1), 'delete')])
  vault.apply(editAct, [change('person', idOf(1), 'restore')])
  vault.db.transaction(() => vault.spine.undo(moved.id, vault.actor))
  vault.apply(editAct, [change('person', idOf(2), 'delete')])
}

/** The rows that a vault gets which holds nothing but the log of another. */
function rowsReplayed(source: TestVault): unknown {
  const target = openTestVault({ schema: shop.schema })
  target.raw.close()
  const raw = openKeyed(target.path)
  const db = wrapDatabase(raw)
  for (const table of ['staff', 'change_log', '_timeline', '_cell_clock']) db.run(`DELETE FROM ${table}`)
  for (const row of source.db.all<Record<string, string | number | null>>('SELECT * FROM change_log')) {
    const columns = Object.keys(row)
    db.run(`INSERT INTO change_log (${columns.join()}) VALUES (${columns.map(() => '?').join()})`, ...Object.values(row))
  }
  const shapes = new Map([...kernelTables, ...shop.tables].map(table => [table.name, readTableShape(db, table)]))
  db.transaction(() => replayLog({ db, shapes, runUnguarded: installGuards(db, [...shapes.keys()]) }))
  const rows = compared.map(sql => db.all(sql))
  raw.close()
  target.close()
  return rows
}

function rowsOf(vault: TestVault): unknown {
  return compared.map(sql => vault.db.all(sql))
}

test('the log alone gives the same rows, clocks and timeline when it is replayed into an empty vault', () => {
  const source = openTestVault(shop)
  liveThrough(source)

  expect(rowsReplayed(source)).toEqual(rowsOf(source))
  source.close()
})

test('the log alone gives the same rows, clocks and timeline after any acts', () => {
  fc.assert(
    fc.property(randomActs, acts => {
      const source = openTestVault(shop)
      for (const steps of acts) applyAct(source, steps)

      expect(rowsReplayed(source)).toEqual(rowsOf(source))
      source.close()
    }),
    { numRuns: 30 },
  )
})
