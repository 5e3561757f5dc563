import { expect, test } from 'vitest'
import type { RecordVersion } from '../../../../electron/kernel/changes/change-log.ts'
import { changesBetween, stateAfter } from '../../../../electron/kernel/changes/record-state.ts'
import { readTableShape } from '../../../../electron/kernel/changes/table-shape.ts'
import { idOf, labelTable, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault } from '../../../helpers/test-vault.ts'

const version = (kind: RecordVersion['kind'], values: RecordVersion['values']): RecordVersion => ({
  ts: Buffer.alloc(16),
  kind,
  values,
  actId: idOf(1),
})

function grownShape() {
  const vault = openTestVault(shop)
  vault.db.exec("ALTER TABLE label ADD COLUMN colour TEXT NOT NULL DEFAULT 'it''s grey'")
  vault.db.exec('ALTER TABLE label ADD COLUMN rank INTEGER NOT NULL DEFAULT -1')
  const shape = readTableShape(vault.db, { ...labelTable, columns: ['name', 'colour', 'rank'] })
  vault.close()
  return shape
}

test('a column that came later has its default in what was logged before', () => {
  const state = stateAfter(grownShape(), [version('insert', { name: 'VIP' }), version('update', { name: 'Vip' })])

  expect(state).toEqual({ isLiving: true, values: { name: 'Vip', colour: "it's grey", rank: -1 } })
})

test('the state cannot be told when values were erased', () => {
  expect(stateAfter(grownShape(), [version('insert', null)])).toBeNull()
})

test('a deleted record is restored to be changed, and deleted again, when its values differ', () => {
  const from = { isLiving: false, values: { name: 'a' } }
  const to = { isLiving: false, values: { name: 'b' } }

  expect(changesBetween(grownShape(), idOf(1), from, to).map(change => change.kind)).toEqual(['restore', 'update', 'delete'])
})

test('a table is refused when the file has other columns than the program declares', () => {
  const vault = openTestVault(shop)

  expect(() => readTableShape(vault.db, { ...labelTable, columns: ['name', 'colour'] })).toThrow('differs from its declaration')
  expect(() => readTableShape(vault.db, { ...labelTable, columns: [] })).toThrow('differs from its declaration')
  vault.close()
})
