import type { Migration } from '../migration.ts'

/** What a shop knows of a customer beyond how to reach her; links, own fields, saved views, pictures; wider lines. */
export const findAnyoneMigration: Migration = {
  version: 4,
  name: 'find-anyone',
  up: db => {
    for (const column of contactColumns) db.exec(`ALTER TABLE contact ADD COLUMN ${column}`)
    for (const sql of [...syncedTables, ...indexes, ...localTables, ...lineTable]) db.exec(sql)
    // the lines are wider and the index holds readings: both are made anew when the vault opens
    db.exec("DELETE FROM _meta WHERE key = 'derived-version'")
  },
}

// level, source, stage: key of a built-in word or id of an own one. photo: SHA-256 of a picture in _blob, hex
const contactColumns = [
  "surname_reading TEXT NOT NULL DEFAULT ''",
  "member_no TEXT NOT NULL DEFAULT ''",
  "level TEXT NOT NULL DEFAULT ''",
  "source TEXT NOT NULL DEFAULT ''",
  "stage TEXT NOT NULL DEFAULT ''",
  "assignee_id TEXT NOT NULL DEFAULT ''",
  "language TEXT NOT NULL DEFAULT 'not-stated'",
  "preferred_channel TEXT NOT NULL DEFAULT 'not-stated'",
  "preference TEXT NOT NULL DEFAULT ''",
  "pinned_note TEXT NOT NULL DEFAULT ''",
  "photo TEXT NOT NULL DEFAULT ''",
]

const syncedTables = [
  `CREATE TABLE contact_link (
    id TEXT PRIMARY KEY NOT NULL,
    from_id TEXT NOT NULL DEFAULT '',
    to_id TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  // choices: JSON array of { id, name, hidden }
  `CREATE TABLE custom_field (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT 'text',
    choices TEXT NOT NULL DEFAULT '[]',
    required INTEGER NOT NULL DEFAULT 0,
    personal INTEGER NOT NULL DEFAULT 0,
    sensitive INTEGER NOT NULL DEFAULT 0,
    sensitive_reason TEXT NOT NULL DEFAULT '',
    in_list INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  // one row per customer and field: each has its clock
  `CREATE TABLE custom_value (
    id TEXT PRIMARY KEY NOT NULL,
    contact_id TEXT NOT NULL DEFAULT '',
    field_id TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  // list: level, source, stage. key: a built-in word or the row's own id; name '' for a built-in word not renamed
  `CREATE TABLE field_option (
    id TEXT PRIMARY KEY NOT NULL,
    list TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    hidden INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
  // definition: JSON of search, filter, sort, columns
  `CREATE TABLE saved_view (
    id TEXT PRIMARY KEY NOT NULL,
    owner_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    shared INTEGER NOT NULL DEFAULT 0,
    pinned INTEGER NOT NULL DEFAULT 0,
    definition TEXT NOT NULL DEFAULT '{}',
    deleted_ts BLOB,
    deleted_by TEXT
  ) STRICT`,
]

const indexes = [
  "CREATE INDEX contact_photo ON contact (photo) WHERE photo <> ''",
  'CREATE INDEX contact_link_from ON contact_link (from_id) WHERE deleted_ts IS NULL',
  'CREATE INDEX contact_link_to ON contact_link (to_id) WHERE deleted_ts IS NULL',
  'CREATE INDEX custom_value_of ON custom_value (contact_id, field_id) WHERE deleted_ts IS NULL',
  'CREATE INDEX custom_value_with ON custom_value (field_id, value, contact_id) WHERE deleted_ts IS NULL',
  // with the customer in it, a filter by tag reads nothing but this index
  'DROP INDEX contact_tag_with',
  'CREATE INDEX contact_tag_with ON contact_tag (tag_id, contact_id) WHERE deleted_ts IS NULL',
]

const localTables = [
  // pictures and files by their SHA-256 (hex), in parts of at most 256 KiB; added in ms; unused: since when (ms) a
  // sweep has found nothing that refers to it
  `CREATE TABLE _blob (
    sha TEXT PRIMARY KEY NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added INTEGER NOT NULL,
    unused INTEGER
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE _blob_part (
    sha TEXT NOT NULL,
    n INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha, n)
  ) STRICT`,
  // by the short number that an own field has in this file: living customers with a value in it
  'CREATE TABLE _field_count (no INTEGER PRIMARY KEY, field TEXT NOT NULL UNIQUE, n INTEGER NOT NULL) STRICT',
  // fields: JSON array of these numbers; no row for a customer who has none
  'CREATE TABLE _fields_of (contact TEXT PRIMARY KEY NOT NULL, fields TEXT NOT NULL) STRICT, WITHOUT ROWID',
  // whose page a person opened last; at in ms
  `CREATE TABLE _opened (
    staff TEXT NOT NULL,
    contact TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (staff, contact)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX _opened_by_time ON _opened (staff, at DESC)',
]

const lineTable = [
  'DROP TABLE _contact_line',
  // one living customer as the list shows, sorts and filters it; created and last in ms; tags: JSON array of names;
  // birthday as in contact; birth_key: s05-01 solar, l08-15 lunar, lL02-03 in a lunar leap month, '' for none;
  // place: city and district of the preferred address; *_key: orders by pinyin
  `CREATE TABLE _contact_line (
    doc INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    alias TEXT NOT NULL,
    company TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    place TEXT NOT NULL,
    member_no TEXT NOT NULL,
    level TEXT NOT NULL,
    source TEXT NOT NULL,
    stage TEXT NOT NULL,
    assignee TEXT NOT NULL,
    gender TEXT NOT NULL,
    language TEXT NOT NULL,
    preferred_channel TEXT NOT NULL,
    birthday TEXT NOT NULL,
    birth_key TEXT NOT NULL,
    photo TEXT NOT NULL,
    tags TEXT NOT NULL,
    created INTEGER NOT NULL,
    last INTEGER NOT NULL,
    name_key TEXT NOT NULL,
    company_key TEXT NOT NULL,
    alias_key TEXT NOT NULL,
    place_key TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    member_key TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX _contact_line_by_last ON _contact_line (last DESC, name_key)',
  'CREATE INDEX _contact_line_by_name ON _contact_line (name_key)',
  'CREATE INDEX _contact_line_by_created ON _contact_line (created DESC, name_key)',
  // those without a value come last in either direction, by name: they are not in it
  "CREATE INDEX _contact_line_by_company ON _contact_line (company_key, name_key) WHERE company_key <> ''",
  "CREATE INDEX _contact_line_by_alias ON _contact_line (alias_key, name_key) WHERE alias_key <> ''",
  "CREATE INDEX _contact_line_by_place ON _contact_line (place_key, name_key) WHERE place_key <> ''",
  "CREATE INDEX _contact_line_by_phone ON _contact_line (phone_key, name_key) WHERE phone_key <> ''",
  "CREATE INDEX _contact_line_by_email ON _contact_line (email COLLATE NOCASE, name_key) WHERE email <> ''",
  "CREATE INDEX _contact_line_by_member ON _contact_line (member_key, name_key) WHERE member_key <> ''",
  // the short columns that filters and sorts read of everybody, in the order of the lines and a third of their size
  `CREATE INDEX _contact_line_short ON _contact_line
    (doc, kind, gender, level, source, stage, assignee, language, preferred_channel, birth_key)`,
]
