import type { Migration } from '../migration.ts'

/** What became of each card of an imported file, for the report. */
export const importsMigration: Migration = {
  version: 3,
  name: 'imports',
  up: db => {
    // notes: JSON array of { note, field, count }
    db.exec(
      `CREATE TABLE _import_card (
        act TEXT NOT NULL,
        n INTEGER NOT NULL,
        line INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        name TEXT NOT NULL,
        contact_id TEXT,
        notes TEXT NOT NULL,
        PRIMARY KEY (act, n)
      ) STRICT, WITHOUT ROWID`,
    )
    db.exec("CREATE INDEX _import_card_not_plain ON _import_card (act, outcome, n) WHERE outcome <> 'imported'")
    db.exec('CREATE INDEX _import_card_of ON _import_card (contact_id) WHERE contact_id IS NOT NULL')
  },
}
