import type { z } from 'zod'
import type { FilterRule, TextFilterField } from '../../../shared/features/contacts/contact-filter.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { foldText } from '../../kernel/search/folding.ts'

export type TextTest = Extract<FilterRule, { on: 'text' }>['test']
type Field = z.infer<typeof TextFilterField>

/** One text of one customer; she may have several. */
export interface HeldText {
  readonly doc: number
  readonly text: string
}

/** All texts of living customers in a field; an empty one is none. */
export function textsIn(db: ReadableDb, field: Field): readonly HeldText[] {
  return db.all<HeldText>(textSql[field])
}

/** Numbers of those who have a text that fits a positive test; of `not-contains` and `is-not` those whom they leave out. */
export function docsWithText(texts: readonly HeldText[], test: TextTest, isPhone = false): readonly number[] {
  const fits = textFits(test, isPhone)
  return texts.filter(({ text }) => fits(text)).map(({ doc }) => doc)
}

/** Whether the rule finds those that `docsWithText` does not answer. */
export function isNegative(test: TextTest): boolean {
  return test.op === 'not-contains' || test.op === 'is-not' || test.op === 'empty'
}

function textFits(test: TextTest, isPhone: boolean): (text: string) => boolean {
  if (!('value' in test)) return () => true
  const compare = comparison(test.op)
  const wanted = foldText(test.value).trim()
  const isText = (text: string): boolean => compare(foldText(text).trim(), wanted)
  if (!isPhone || !phoneCharacters.test(wanted)) return isText
  const digits = digitsOf(wanted)
  return text => isText(text) || compare(digitsOf(text), digits)
}

function comparison(op: Exclude<TextTest['op'], 'empty' | 'not-empty'>): (text: string, wanted: string) => boolean {
  switch (op) {
    case 'contains':
    case 'not-contains':
      return (text, wanted) => text.includes(wanted)
    case 'is':
    case 'is-not':
      return (text, wanted) => text === wanted
    case 'begins-with':
      return (text, wanted) => text.startsWith(wanted)
  }
}

/** A number with its spaces, dashes and country code is the same number. */
const phoneCharacters = /^(?=.*\d)[\d\s()+./·-]+$/

function digitsOf(phone: string): string {
  return foldText(phone)
    .replace(/^\s*(?:\+|00)\s*86/, '')
    .replace(/\D/g, '')
}

const living = "_doc AS d ON d.id = c.id AND d.tbl = 'contact'"

function inLine(column: string): string {
  return `SELECT doc, ${column} AS text FROM _contact_line WHERE ${column} <> ''`
}

function inContact(column: string): string {
  return `SELECT d.doc, c.${column} AS text FROM contact AS c CROSS JOIN ${living} WHERE c.${column} <> '' AND c.deleted_ts IS NULL`
}

function inItems(table: string, text: string): string {
  return `SELECT d.doc, ${text} AS text FROM ${table} AS i CROSS JOIN _doc AS d ON d.id = i.contact_id AND d.tbl = 'contact'
    WHERE i.deleted_ts IS NULL AND text <> ''`
}

// its parts as the form shows them, those that are empty left out
const addressParts = `(SELECT group_concat(part.value, ' ')
  FROM json_each(json_array(i.country, i.region, i.city, i.district, i.detail, i.postcode)) AS part WHERE part.value <> '')`

const textSql: Readonly<Record<Field, string>> = {
  name: inLine('name'),
  alias: inLine('alias'),
  company: inLine('company'),
  memberNo: inLine('member_no'),
  jobTitle: inContact('job_title'),
  salutation: inContact('salutation'),
  note: inContact('note'),
  pinnedNote: inContact('pinned_note'),
  preference: inContact('preference'),
  phone: inItems('contact_phone', 'i.value'),
  email: inItems('contact_email', 'i.value'),
  handle: inItems('contact_handle', 'i.value'),
  address: inItems('contact_address', addressParts),
}
