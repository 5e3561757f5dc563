import type { z } from 'zod'
import type { FilterRule, TextFilterField } from '../../../shared/features/contacts/contact-filter.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { closedUp, foldText } from '../../kernel/search/folding.ts'
import { docsOf } from './contact-docs.ts'

export type TextTest = Extract<FilterRule, { on: 'text' }>['test']
type Field = z.infer<typeof TextFilterField>

/** One text and whose it is; a customer may have several. */
interface HeldText<Of> {
  readonly of: Of
  readonly text: string
}

/** Whom a text rule names: these, or everybody but them. */
export interface NamedByText {
  readonly docs: readonly number[]
  readonly isInverse: boolean
}

/** Every text of a field by whose it is: folded, and read once for all rules of a filter that ask for it. */
export interface FieldTexts {
  readonly byDoc: (sql: string) => readonly HeldText<number>[]
  readonly byId: (sql: string) => readonly HeldText<string>[]
}

export function fieldTexts(db: ReadableDb): FieldTexts {
  const read = <Of>() => {
    const known = new Map<string, readonly HeldText<Of>[]>()
    return (sql: string): readonly HeldText<Of>[] => {
      const texts = known.get(sql) ?? db.all<HeldText<Of>>(sql).map(({ of, text }) => ({ of, text: foldText(text) }))
      known.set(sql, texts)
      return texts
    }
  }
  return { byDoc: read<number>(), byId: read<string>() }
}

export function namedByText(db: ReadableDb, texts: FieldTexts, field: Field, test: TextTest): NamedByText {
  const isInverse = isNegative(test)
  const column = lineColumns[field]
  if (column !== undefined && !('value' in test)) {
    return { docs: db.column<number>(`SELECT doc FROM _contact_line WHERE ${column} <> ''`), isInverse }
  }
  const whole = lineText[field]
  if (whole !== undefined) return { docs: havingText(texts.byDoc(whole), test), isInverse }
  const held = texts.byId(ownedText[field] ?? '')
  const ids = field === 'address' ? havingAddress(held, test) : havingText(held, test, field === 'phone')
  return { docs: docsOf(db, ids), isInverse }
}

/** Those who have a text that fits a positive test; of `not-contains` and `is-not` those whom they leave out. */
export function havingText<Of>(texts: readonly HeldText<Of>[], test: TextTest, isPhone = false): readonly Of[] {
  const fits = textFits(test, isPhone)
  return texts.filter(({ text }) => fits(text)).map(({ of }) => of)
}

/** An address in parts is the same as in one piece. */
function havingAddress<Of>(held: readonly HeldText<Of>[], test: TextTest): readonly Of[] {
  const texts = held.map(({ of, text }) => ({ of, text: closedUp(text) }))
  return havingText(texts, 'value' in test ? { ...test, value: closedUp(test.value) } : test)
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

function inLine(column: string): string {
  return `SELECT doc AS of, ${column} AS text FROM _contact_line WHERE ${column} <> ''`
}

function inContact(column: string): string {
  return `SELECT id AS of, ${column} AS text FROM contact WHERE ${column} <> '' AND deleted_ts IS NULL`
}

function inItems(table: string, text: string): string {
  return `SELECT contact_id AS of, ${text} AS text FROM ${table} WHERE deleted_ts IS NULL AND text <> ''`
}

// the parts as the form shows them, those that are empty left out
const addressParts = `(SELECT group_concat(part.value, ' ')
  FROM json_each(json_array(country, region, city, district, detail, postcode)) AS part WHERE part.value <> '')`

/** Columns of the lines that are empty where the customer has none. */
const lineColumns: Readonly<Partial<Record<Field, string>>> = { phone: 'phone', email: 'email' }

const lineText: Readonly<Partial<Record<Field, string>>> = {
  name: inLine('name'),
  alias: inLine('alias'),
  company: inLine('company'),
  memberNo: inLine('member_no'),
}

const ownedText: Readonly<Partial<Record<Field, string>>> = {
  jobTitle: inContact('job_title'),
  salutation: inContact('salutation'),
  note: inContact('note'),
  pinnedNote: inContact('pinned_note'),
  preference: inContact('preference'),
  phone: inItems('contact_phone', 'value'),
  email: inItems('contact_email', 'value'),
  handle: inItems('contact_handle', 'value'),
  address: inItems('contact_address', addressParts),
}
