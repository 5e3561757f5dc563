import type { Migration } from '../migration.ts'

/** Customers, what belongs to them, their tags; the search index and the lines of the list. */
export const contactsMigration: Migration = {
  version: 2,
  name: 'contacts',
  up: db => {
    for (const sql of [...syncedTables, ...indexes, ...searchTables, ...listTables]) db.exec(sql)
    // merging is done in small pieces by the program; by itself FTS5 would now and then hold a save for long
    db.exec("INSERT INTO _search (_search, rank) VALUES ('automerge', 0)")
  },
}

const syncedTables = [
  // birthday: '' or [lunar:](YYYY|--)-[L]MM-DD, L before a lunar leap month
  `CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL DEFAULT 'person',
    name TEXT NOT NULL DEFAULT '',
    alias TEXT NOT NULL DEFAULT '',
    salutation TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT 'not-stated',
    company TEXT NOT NULL DEFAULT '',
    job_title TEXT NOT NULL DEFAULT '',
    birthday TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE contact_phone (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT 'other',
    value TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE contact_email (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT 'other',
    value TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE contact_address (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT 'other',
    country TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE contact_handle (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    service TEXT NOT NULL DEFAULT 'other',
    value TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE tag (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  `CREATE TABLE contact_tag (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    tag_id TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
]

const indexes = [
  'CREATE INDEX contact_phone_of ON contact_phone (contact_id, position) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_email_of ON contact_email (contact_id, position) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_address_of ON contact_address (contact_id, position) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_handle_of ON contact_handle (contact_id, position) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_tag_of ON contact_tag (contact_id, tag_id) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_tag_with ON contact_tag (tag_id) WHERE deleted_ts IS NULL',
]

const searchTables = [
  // gives each record that can be found the number under which FTS5 knows it
  `CREATE TABLE _doc (
    doc INTEGER PRIMARY KEY,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (id, tbl)
  ) STRICT`,
  'CREATE TABLE _rank (doc INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT',
  'CREATE TABLE _doc_text (doc INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT',
  // 'ascii' takes every character past ASCII as part of a token: the program alone decides what a token is, not
  // the version of Unicode that SQLite was built with
  `CREATE VIRTUAL TABLE _search USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
  )`,
]

const listTables = [
  // one living customer as the list shows it; last in ms; tags: JSON array of names
  `CREATE TABLE _contact_line (
    doc INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    phone TEXT NOT NULL,
    tags TEXT NOT NULL,
    last INTEGER NOT NULL,
    name_key TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX _contact_line_by_last ON _contact_line (last DESC, name_key)',
  'CREATE INDEX _contact_line_by_name ON _contact_line (name_key)',
  // one row: how many lines there are, since counting 100,000 of them costs more than reading a page
  'CREATE TABLE _contact_count (n INTEGER NOT NULL) STRICT',
  'INSERT INTO _contact_count (n) VALUES (0)',
  // living customers by tag, since counting them reads every link
  'CREATE TABLE _tag_count (name TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  // customers in the Trash, by the clock of their deletion; one whose creation was taken back is not in it
  'CREATE TABLE _contact_trash (id TEXT PRIMARY KEY NOT NULL, at BLOB NOT NULL) STRICT',
  'CREATE INDEX _contact_trash_by_time ON _contact_trash (at DESC, id)',
]
