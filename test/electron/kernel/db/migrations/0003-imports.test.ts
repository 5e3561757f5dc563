import { expect, test } from 'vitest'
import { createSpine } from '../../../../../electron/kernel/changes/spine.ts'
import { migrate } from '../../../../../electron/kernel/db/migrate.ts'
import { migrations } from '../../../../../electron/kernel/db/migrations/migrations.ts'
import { contactOfVersion2, tablesOfVersion2 } from '../../../../helpers/tables-of-version-2.ts'
import { openTestVault, testActor } from '../../../../helpers/test-vault.ts'

test('migration 3 keeps customers and log of version 2, and a report can be written', () => {
  const vault = openTestVault({ version: 2, tables: tablesOfVersion2 })
  const id = '0192ffff-0000-7000-8000-0000000000aa'
  vault.apply({ kind: 'edit', name: 'contact-create', subject: '示例' }, [
    { table: 'contact', id, kind: 'insert', values: contactOfVersion2({ name: '示例客户' }) },
  ])
  const read = () => ['contact', 'change_log', '_timeline', 'act'].map(table => vault.db.all(`SELECT * FROM ${table}`))
  const before = read()

  migrate(vault.db, { migrations: migrations.slice(0, 3), beforeUpgrade: () => undefined })

  expect(read()).toEqual(before)
  vault.db.run("INSERT INTO _import_card VALUES ('a', 1, 1, 'imported', 'x', NULL, '[]')")
  expect(vault.db.all('SELECT n FROM _import_card')).toEqual([{ n: 1 }])
  expect(() =>
    createSpine(vault.db, {
      tables: tablesOfVersion2,
      derived: [],
      now: vault.now,
      deviceNode: Buffer.from(testActor.staffId.slice(-8)),
    }),
  ).not.toThrow()
  vault.close()
})
