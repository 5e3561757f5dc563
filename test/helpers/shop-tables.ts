import type { ActStart, Change } from '../../electron/kernel/changes/change.ts'
import type { DerivedTable, SyncedTable } from '../../electron/kernel/changes/synced-table.ts'
import type { WritableDb } from '../../electron/kernel/db/database.ts'

/** Small synced tables for tests of the kernel: customers, their cards, tags shared between them. */
export const personTable: SyncedTable = {
  name: 'person',
  columns: ['name', 'points', 'weight', 'photo'],
  contactIdsOf: row => idsOf(row['id']),
}

export const cardTable: SyncedTable = {
  name: 'card',
  columns: ['person_id', 'label'],
  contactIdsOf: row => idsOf(row['person_id']),
}

export const labelTable: SyncedTable = {
  name: 'label',
  columns: ['name'],
  contactIdsOf: () => [],
  isInUse: (db, id) => db.get('SELECT 1 FROM card WHERE label = ? AND deleted_ts IS NULL', id) !== undefined,
}

/** Living cards of each living person. */
export const cardCount: DerivedTable = {
  name: '_card_count',
  refresh: (db, contactIds) => {
    for (const id of contactIds) {
      db.run('DELETE FROM _card_count WHERE person_id = ?', id)
      db.run(`${fillCardCount} WHERE p.deleted_ts IS NULL AND p.id = ?`, id)
    }
  },
  rebuild: db => {
    db.exec('DELETE FROM _card_count')
    db.run(`${fillCardCount} WHERE p.deleted_ts IS NULL`)
  },
}

const fillCardCount = `INSERT INTO _card_count (person_id, n)
  SELECT p.id, (SELECT count(*) FROM card c WHERE c.person_id = p.id AND c.deleted_ts IS NULL) FROM person p`

const shopSchema = `
  CREATE TABLE person (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL DEFAULT '', points INTEGER NOT NULL DEFAULT 0,
    weight REAL, photo BLOB, deleted_ts BLOB, deleted_by TEXT) STRICT;
  CREATE TABLE card (id TEXT PRIMARY KEY NOT NULL, person_id TEXT NOT NULL DEFAULT '', label TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB, deleted_by TEXT) STRICT;
  CREATE TABLE label (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL DEFAULT '', deleted_ts BLOB, deleted_by TEXT) STRICT;
  CREATE TABLE _card_count (person_id TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`

export const shop = { schema: shopSchema, tables: [personTable, cardTable, labelTable], derived: [cardCount] } as const

export const editAct: ActStart = { kind: 'edit', name: 'contact-edit', subject: '' }
export const importAct: ActStart = { kind: 'import', name: 'vcard-import', subject: 'cards.vcf' }

/** The nth id, in a form that records may have. */
export function idOf(n: number): string {
  return `01930000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

export function insertPerson(id: string, name = 'Ann', points = 0): Change {
  return { table: 'person', id, kind: 'insert', values: { name, points, weight: null, photo: null } }
}

export function insertCard(id: string, personId: string, label = ''): Change {
  return { table: 'card', id, kind: 'insert', values: { person_id: personId, label } }
}

export function change(table: string, id: string, kind: 'update' | 'delete' | 'restore', values: Change['values'] = {}): Change {
  return { table, id, kind, values }
}

/** Every living row of the shop's synced tables, without the clocks of deletion. */
export function livingRows(db: WritableDb): unknown {
  return [personTable, cardTable, labelTable].map(table =>
    db.all(`SELECT ${['id', ...table.columns].join(', ')} FROM ${table.name} WHERE deleted_ts IS NULL ORDER BY id`),
  )
}

function idsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}
