import type { OptionList } from '../../../shared/features/fields/field-option.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { readOptions } from '../fields/option-records.ts'
import { ownFieldKeys } from './contact-field-keys.ts'

/** All keys of one column are of one type. */
export type SortKey = string | number

interface Keyed {
  readonly doc: number
  readonly text: string
}

/** By the customer's number, what a column other than name and times sorts her by; those without a value are not in it. */
export function sortKeys(db: ReadableDb, column: string): ReadonlyMap<number, SortKey> {
  const own = lineKeys[column]
  if (own === undefined) return ownFieldKeys(db, column)
  const keyOf = own.key(db)
  const keys = new Map<number, SortKey>()
  for (const { doc, text } of db.all<Keyed>(own.sql)) {
    const key = keyOf(text)
    if (key !== null) keys.set(doc, key)
  }
  return keys
}

type KeyOf = (text: string) => SortKey | null

const asStored: KeyOf = text => text

const lineKeys: Readonly<Record<string, { readonly sql: string; readonly key: (db: ReadableDb) => KeyOf }>> = {
  alias: { sql: valuesOf('alias_key'), key: () => asStored },
  company: { sql: valuesOf('company_key'), key: () => asStored },
  place: { sql: valuesOf('place_key'), key: () => asStored },
  phone: { sql: valuesOf('phone'), key: () => phoneKey },
  email: { sql: valuesOf('email'), key: () => text => text.toLowerCase() },
  memberNo: { sql: valuesOf('member_no'), key: () => naturalKey },
  level: { sql: valuesOf('level'), key: db => placeIn(optionOrder(db, 'level')) },
  source: { sql: valuesOf('source'), key: db => placeIn(optionOrder(db, 'source')) },
  stage: { sql: valuesOf('stage'), key: db => placeIn(optionOrder(db, 'stage')) },
  assignee: { sql: valuesOf('assignee'), key: staffKeys },
  birthday: { sql: valuesOf('birth_key'), key: () => dayOfYear },
}

function valuesOf(column: string): string {
  return `SELECT doc, ${column} AS text FROM _contact_line WHERE ${column} <> ''`
}

/** Digits as they are dialled inside the country. */
function phoneKey(text: string): string {
  return text.replace(/^\s*(?:\+|00)\s*86/, '').replace(/\D/g, '')
}

/** Numbers inside a text by their value: M-9 before M-10. */
function naturalKey(text: string): string {
  return text.toUpperCase().replace(/\d+/g, digits => {
    const number = digits.replace(/^0+(?=\d)/, '')
    return String(number.length).padStart(2, '0') + number
  })
}

/** A word that no list has any more comes after those it has. */
function placeIn(order: readonly string[]): KeyOf {
  const places = new Map(order.map((word, place) => [word, place]))
  return word => places.get(word) ?? order.length
}

function staffKeys(db: ReadableDb): KeyOf {
  const staff = db.all<{ id: string; name: string }>('SELECT id, name FROM staff')
  const keys = new Map(staff.map(({ id, name }) => [id, nameKey(name, 'person')]))
  return id => keys.get(id) ?? null
}

/** `s05-01` becomes `05-01s`: solar and lunar birthdays by month and day. */
function dayOfYear(birthKey: string): string {
  return birthKey.slice(-5) + birthKey.slice(0, -5)
}

/** Hidden words too: customers keep them. */
function optionOrder(db: ReadableDb, list: OptionList): readonly string[] {
  return readOptions(db).flatMap(option => (option.list === list ? [option.key] : []))
}
