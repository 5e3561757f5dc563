import { expect, test } from 'vitest'
import { migrate } from '../../../../../electron/kernel/db/migrate.ts'
import { migrations } from '../../../../../electron/kernel/db/migrations/migrations.ts'
import { openAtVersion } from '../../../../helpers/test-vault.ts'

test('a new file that holds only local rows keeps them and gets the tables of the spine', () => {
  const { db, close } = openAtVersion(0)
  db.exec("CREATE TABLE _vault_identity (vault_id TEXT NOT NULL); INSERT INTO _vault_identity VALUES ('v')")

  migrate(db, { migrations: migrations.slice(0, 1), beforeUpgrade: () => undefined })

  const tables = db.all<{ name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'",
  )
  expect(tables.map(table => table.name).toSorted()).toEqual(
    [
      '_cell_clock',
      '_draft',
      '_meta',
      '_timeline',
      '_undo',
      '_vault_identity',
      'act',
      'change_log',
      'device',
      'staff',
    ].toSorted(),
  )
  expect(tables.filter(table => table.strict === 0).map(table => table.name)).toEqual(['_vault_identity'])
  expect(db.all('SELECT vault_id FROM _vault_identity')).toEqual([{ vault_id: 'v' }])
  close()
})

test('synced tables have no key but the id and no column that a merge of two computers could break', () => {
  const { db, close } = openAtVersion(1)

  for (const table of ['device', 'staff']) {
    const columns = db.all<{ name: string; notnull: number; dflt_value: string | null; pk: number }>(
      'SELECT name, "notnull", dflt_value, pk FROM pragma_table_info(?)',
      table,
    )
    expect(columns.filter(column => column.pk > 0).map(column => column.name)).toEqual(['id'])
    expect(columns.filter(column => column.pk === 0 && column.notnull === 1 && column.dflt_value === null)).toEqual([])
  }
  close()
})
