import type { Migration } from '../migration.ts'

/**
 * What every later table stands on. Rules for synced tables are in docs (sync): id as the only key, no UNIQUE, no
 * cascade, no NOT NULL without DEFAULT. `_` tables are local: never logged, never travel.
 */
export const spineMigration: Migration = {
  version: 1,
  name: 'spine',
  up: db => {
    for (const sql of [...businessTables, ...logTables, ...localTables]) db.exec(sql)
  },
}

const businessTables = [
  `CREATE TABLE device (
    id TEXT PRIMARY KEY NOT NULL,
    node TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE staff (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'owner',
    created_at TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
]

const logTables = [
  // state: open, done, rolled-back. source: node of the computer it was done on. count: customers it touched.
  // ts: hybrid clock at its begin, orders acts whatever the wall clock says.
  `CREATE TABLE act (
    id TEXT PRIMARY KEY NOT NULL,
    ts BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    state TEXT NOT NULL DEFAULT 'open',
    count INTEGER NOT NULL DEFAULT 0,
    undoes TEXT,
    undone_by TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX act_by_time ON act (ts)',
  'CREATE INDEX act_by_kind ON act (kind, ts)',
  "CREATE INDEX act_open ON act (ts) WHERE state = 'open'",
  'CREATE INDEX act_by_target ON act (undoes) WHERE undoes IS NOT NULL',
  // vals: JSON of the columns written, NULL once erased. base: JSON column -> clock (hex) of the version replaced.
  // wall: what the computer's clock said, in ms. source: JSON { file, row } of an import.
  `CREATE TABLE change_log (
    ts BLOB PRIMARY KEY NOT NULL,
    tbl TEXT NOT NULL,
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    vals TEXT,
    base TEXT,
    user_id TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    source TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX change_log_by_act ON change_log (batch_id, ts)',
  'CREATE INDEX change_log_by_record ON change_log (tbl, row_id, ts)',
]

const localTables = [
  'CREATE TABLE _meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  // only for what was changed after its insert; col 'deleted_ts' stands for delete and restore
  `CREATE TABLE _cell_clock (
    tbl TEXT NOT NULL,
    row_id TEXT NOT NULL,
    col TEXT NOT NULL,
    ts BLOB NOT NULL,
    PRIMARY KEY (tbl, row_id, col)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE _undo (
    staff TEXT NOT NULL,
    stack TEXT NOT NULL,
    pos INTEGER NOT NULL,
    act TEXT NOT NULL,
    PRIMARY KEY (staff, stack, pos)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE _draft (
    staff TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (staff, key)
  ) STRICT, WITHOUT ROWID`,
  // kind 'change': at is the log row's ts, ref its act
  `CREATE TABLE _timeline (
    customer TEXT NOT NULL,
    at BLOB NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    PRIMARY KEY (customer, at, ref)
  ) STRICT, WITHOUT ROWID`,
]
