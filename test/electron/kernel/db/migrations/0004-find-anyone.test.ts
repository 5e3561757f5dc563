import { expect, test } from 'vitest'
import { derivedTables, syncedTables, vaultSlices } from '../../../../../electron/compose.ts'
import { ensureDerived } from '../../../../../electron/kernel/changes/derived-version.ts'
import { createSpine } from '../../../../../electron/kernel/changes/spine.ts'
import { migrate } from '../../../../../electron/kernel/db/migrate.ts'
import { migrations } from '../../../../../electron/kernel/db/migrations/migrations.ts'
import { idOf } from '../../../../helpers/shop-tables.ts'
import { contactOfVersion2, tablesOfVersion2 } from '../../../../helpers/tables-of-version-2.ts'
import { openTestVault, type TestVault, testActor, testNode } from '../../../../helpers/test-vault.ts'
import { askContactsVault } from '../../../features/contacts/contacts-vault.ts'

const edit = { kind: 'edit', name: 'contact-create', subject: '' } as const

/** A vault as the first release left it: three customers, one in the Trash, with a line and an index of that time. */
function oldVault(): TestVault {
  const vault = openTestVault({ version: 3, tables: tablesOfVersion2 })
  const item = { preferred: 1, position: 0 }
  const place = { country: '', region: '', city: '成都', district: '锦江区', detail: '', postcode: '' }
  const address = { contact_id: idOf(1), label: 'home', ...place }
  const insert = (table: string, id: string, values: Record<string, string | number>) =>
    ({ table, id, kind: 'insert', values }) as const
  vault.apply(edit, [
    insert('contact', idOf(1), contactOfVersion2({ name: '曾小明', company: '重庆饭店', birthday: 'lunar:1990-08-15' })),
    insert('contact_phone', idOf(11), { contact_id: idOf(1), label: 'mobile', value: '13800138000', ...item }),
    insert('contact_address', idOf(12), { ...address, ...item }),
    insert('tag', idOf(13), { name: '茶' }),
    insert('contact_tag', idOf(14), { contact_id: idOf(1), tag_id: idOf(13) }),
    insert('contact', idOf(2), contactOfVersion2({ name: 'Ann' })),
    insert('contact', idOf(3), contactOfVersion2({ name: 'Gone' })),
  ])
  vault.apply({ kind: 'edit', name: 'contact-trash', subject: '' }, [
    { table: 'contact', id: idOf(3), kind: 'delete', values: {} },
  ])
  vault.db.run("INSERT INTO _doc (doc, tbl, id) VALUES (1, 'contact', ?)", idOf(1))
  vault.db.run("INSERT INTO _contact_line VALUES (1, ?, 'person', 'stale', '', '', '[]', 0, '')", idOf(1))
  vault.db.run("INSERT OR REPLACE INTO _meta (key, value) VALUES ('derived-version', '2')")
  return vault
}

/** The same vault as this program opens it. */
function upgrade(vault: TestVault): TestVault {
  migrate(vault.db, { migrations: migrations.slice(0, 4), beforeUpgrade: () => undefined })
  const spine = createSpine(vault.db, { tables: syncedTables, derived: derivedTables, now: vault.now, deviceNode: testNode })
  ensureDerived(vault.db, derivedTables, vaultSlices.derivedVersion)
  return Object.create(vault, { spine: { value: spine } }) as TestVault // everything else is the old one's
}

test('a vault of version 3 keeps every record and its log, and new columns say nothing', () => {
  const vault = oldVault()
  const read = () =>
    ['change_log', 'act', '_timeline', 'contact_phone', 'contact_tag', 'tag'].map(table => vault.db.all(`SELECT * FROM ${table}`))
  const before = read()

  upgrade(vault)

  expect(read()).toEqual(before)
  const said = `SELECT DISTINCT surname_reading || member_no || level || source || stage || assignee_id || preference || pinned_note || photo
    AS text, language, preferred_channel FROM contact`
  expect(vault.db.all(said)).toEqual([{ text: '', language: 'not-stated', preferred_channel: 'not-stated' }])
  vault.close()
})

test('list, search, Trash and counts of an upgraded vault are right when it opens', () => {
  const vault = oldVault()
  const shop = askContactsVault(upgrade(vault))
  const sort = { by: 'name', dir: 'asc' } as const
  const list = (search: string) =>
    shop.call('contacts.list', { search, filter: null, sort, offset: 0, limit: 50, customFields: [] })

  expect(list('')).toMatchObject({ total: 2, rows: [{ name: '曾小明' }, { name: 'Ann' }] })
  expect(list('').rows[0]).toMatchObject({
    company: '重庆饭店',
    phone: '13800138000',
    place: '成都 锦江区',
    tags: ['茶'],
    birthday: { calendar: 'lunar', year: 1990, month: 8, day: 15, leap: false },
    level: '',
    photo: '',
  })
  for (const search of ['曾', '8000', '小明', '重庆', '茶', '锦江']) expect(list(search).total, search).toBe(1)
  expect(list('Gone').total).toBe(0)
  expect(vault.db.all('SELECT id FROM _contact_trash')).toEqual([{ id: idOf(3) }])
  expect(vault.db.get('SELECT n FROM _contact_count')).toEqual({ n: 2 })
  expect(vault.db.all('SELECT name, n FROM _tag_count')).toEqual([{ name: '茶', n: 1 }])
  vault.close()
})

test('a change made before the upgrade is undone after it, and the new columns stay empty', () => {
  const vault = oldVault()
  const renamed = vault.apply(edit, [{ table: 'contact', id: idOf(2), kind: 'update', values: { name: 'Anna' } }])
  const { spine } = upgrade(vault)

  vault.db.transaction(() => spine.undo(renamed.id, testActor))

  expect(vault.db.get('SELECT name, level, language FROM contact WHERE id = ?', idOf(2))).toEqual({
    name: 'Ann',
    level: '',
    language: 'not-stated',
  })
  vault.close()
})

test('the synced tables of version 4 follow the rules for what travels: id alone unique, no cascades, no checks', () => {
  const vault = openTestVault({ version: 4 })
  for (const { name } of syncedTables) {
    const [table] = vault.db.all<{ sql: string }>('SELECT sql FROM sqlite_master WHERE name = ?', name)
    const unique = vault.db.all<{ origin: string }>('SELECT origin FROM pragma_index_list(?) WHERE "unique" = 1', name)
    const required = vault.db.all(
      'SELECT 1 FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0',
      name,
    )

    expect(table?.sql).toMatch(/STRICT$/)
    expect(table?.sql).not.toMatch(/\b(CHECK|REFERENCES|UNIQUE|CASCADE|AUTOINCREMENT)\b/i)
    expect(unique).toEqual([{ origin: 'pk' }])
    expect(required).toEqual([])
  }
  vault.close()
})
