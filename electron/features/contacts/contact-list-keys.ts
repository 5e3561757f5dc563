import type { OptionList } from '../../../shared/features/fields/field-option.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { readOptions } from '../fields/option-records.ts'
import { ownFieldKeys } from './contact-field-keys.ts'

/** All keys of one column are of one type. */
export type SortKey = string | number

/** By the customer's number, what a column of few words or an own field sorts her by; undefined for those without a value. */
export function sortKeys(db: ReadableDb, column: string): readonly (SortKey | undefined)[] {
  const own = lineKeys[column]
  if (own === undefined) return ownFieldKeys(db, column)
  const keyOf = own.keys(db)
  const keys: (SortKey | undefined)[] = []
  for (const { doc, text } of db.all<{ doc: number; text: string }>(own.sql)) keys[doc] = keyOf(text)
  return keys
}

type KeyOf = (text: string) => SortKey | undefined

const lineKeys: Readonly<Record<string, { readonly sql: string; readonly keys: (db: ReadableDb) => KeyOf }>> = {
  level: { sql: wordsOf('level'), keys: db => placeIn(optionOrder(db, 'level')) },
  source: { sql: wordsOf('source'), keys: db => placeIn(optionOrder(db, 'source')) },
  stage: { sql: wordsOf('stage'), keys: db => placeIn(optionOrder(db, 'stage')) },
  assignee: { sql: wordsOf('assignee'), keys: staffKeys },
  birthday: { sql: wordsOf('birth_key'), keys: () => dayOfYear },
}

function wordsOf(column: string): string {
  return `SELECT doc, ${column} AS text FROM _contact_line INDEXED BY _contact_line_short WHERE ${column} <> ''`
}

/** A word that no list has any more comes after those it has. */
function placeIn(order: readonly string[]): KeyOf {
  const places = new Map(order.map((word, place) => [word, place]))
  return word => places.get(word) ?? order.length
}

function staffKeys(db: ReadableDb): KeyOf {
  const staff = db.all<{ id: string; name: string }>('SELECT id, name FROM staff')
  const keys = new Map(staff.map(({ id, name }) => [id, nameKey(name, 'person')]))
  return id => keys.get(id)
}

/** `s05-01` becomes `05-01s`: solar and lunar birthdays by month and day. */
function dayOfYear(birthKey: string): string {
  return birthKey.slice(-5) + birthKey.slice(0, -5)
}

/** Hidden words too: customers keep them. */
function optionOrder(db: ReadableDb, list: OptionList): readonly string[] {
  return readOptions(db).flatMap(option => (option.list === list ? [option.key] : []))
}
