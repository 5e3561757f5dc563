import { expect, test } from 'vitest'
import { createSpine } from '../../../../../electron/kernel/changes/spine.ts'
import { migrate } from '../../../../../electron/kernel/db/migrate.ts'
import { migrations } from '../../../../../electron/kernel/db/migrations/migrations.ts'
import { tablesOfVersion2 } from '../../../../helpers/tables-of-version-2.ts'
import { openAtVersion, testActor, testNode } from '../../../../helpers/test-vault.ts'

test('migration 2 keeps what version 1 holds and adds tables that a spine takes over', () => {
  const { db, close } = openAtVersion(1)
  db.run("INSERT INTO staff (id, name, role, created_at) VALUES (?, 'Owner', 'owner', '2026')", testActor.staffId)
  db.run(
    `INSERT INTO change_log (ts, tbl, row_id, kind, vals, user_id, batch_id, schema_version, wall) VALUES (?, 'staff', ?, 'insert', '{}', '', '', 1, 1)`,
    Buffer.alloc(16, 1),
    testActor.staffId,
  )
  const read = () => [db.all('SELECT * FROM staff'), db.all('SELECT * FROM change_log')]
  const before = read()
  const copies: number[] = []

  migrate(db, { migrations: migrations.slice(0, 2), beforeUpgrade: (from, to) => copies.push(from, to) })

  expect(read()).toEqual(before)
  expect(copies).toEqual([1, 2])
  expect(() =>
    createSpine(db, { tables: tablesOfVersion2, derived: [], now: () => new Date(), deviceNode: testNode }),
  ).not.toThrow()
  close()
})

test('synced tables follow the rules for what travels: id alone unique, no cascades, no checks', () => {
  const { db, close } = openAtVersion(2)
  for (const { name } of tablesOfVersion2) {
    const [table] = db.all<{ sql: string }>('SELECT sql FROM sqlite_master WHERE name = ?', name)
    const unique = db.all<{ origin: string }>('SELECT origin FROM pragma_index_list(?) WHERE "unique" = 1', name)
    const required = db.all('SELECT 1 FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0', name)

    expect(table?.sql).toMatch(/STRICT$/)
    expect(table?.sql).not.toMatch(/\b(CHECK|REFERENCES|UNIQUE|CASCADE|AUTOINCREMENT)\b/i)
    expect(unique).toEqual([{ origin: 'pk' }])
    expect(required).toEqual([])
  }
  close()
})
