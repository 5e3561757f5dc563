import type { z } from 'zod'
import type { FieldChange } from '../../../shared/features/contacts/contact-contract.ts'
import type { ChangeKind, ChangeValues } from '../../kernel/changes/change.ts'
import { decodeValues } from '../../kernel/changes/logged-values.ts'
import type { ReadableDb, SqlValue } from '../../kernel/db/database.ts'
import { addressText } from './contact-derived.ts'

type Change = z.infer<typeof FieldChange>

export interface LoggedRow {
  readonly tbl: string
  readonly row_id: string
  readonly kind: ChangeKind
  /** JSON; null once erased. */
  readonly vals: string | null
}

export interface RowState {
  readonly isLiving: boolean
  readonly values: ChangeValues
}

/**
 * What one row of the log changed, as a person reads it: the customer's own fields by name, items of lists as a whole.
 * Kind, gender, labels and services are the contract's words; birthdays the stored form.
 */
export function fieldChanges(db: ReadableDb, row: LoggedRow, before: RowState): Change[] {
  const written = row.vals === null ? {} : decodeValues(row.vals)
  const after: RowState = { isLiving: row.kind !== 'delete', values: { ...before.values, ...written } }
  if (row.tbl === 'contact') return ownChanges(row.kind, before.values, written)
  const describe = items[row.tbl]
  if (describe === undefined) return []
  const past = before.isLiving ? describe(db, before.values) : { field: '', text: '', detail: '' }
  const present = after.isLiving ? describe(db, after.values) : { field: past.field, text: '', detail: '' }
  const field = present.field
  if (past.text !== present.text) return [{ field, before: past.text, after: present.text }]
  if (past.detail !== present.detail) return [{ field: `${field}.label`, before: past.detail, after: present.detail }]
  const becamePreferred = written['preferred'] === 1
  return becamePreferred ? [{ field: `${field}.preferred`, before: '', after: present.text }] : []
}

/** Columns of a customer that a person fills in, in the order of the form, by the contract's names. */
const ownFields: Readonly<Record<string, string>> = {
  kind: 'kind',
  name: 'name',
  alias: 'alias',
  salutation: 'salutation',
  gender: 'gender',
  company: 'company',
  job_title: 'jobTitle',
  birthday: 'birthday',
  note: 'note',
}

/** What a new customer has without anybody having chosen it. */
const unchosen: ChangeValues = { kind: 'person', gender: 'not-stated' }

function ownChanges(kind: ChangeKind, before: ChangeValues, written: ChangeValues): Change[] {
  return Object.entries(ownFields).flatMap(([column, field]) => {
    const after = written[column]
    if (after === undefined || (kind === 'insert' && after === unchosen[column])) return []
    const change = { field, before: textOf(before[column]), after: textOf(after) }
    return change.before === change.after ? [] : [change]
  })
}

interface Described {
  readonly field: string
  readonly text: string
  /** Its label or service. */
  readonly detail: string
}

const items: Readonly<Record<string, (db: ReadableDb, values: ChangeValues) => Described>> = {
  contact_phone: (_, values) => labelled('phones', values),
  contact_email: (_, values) => labelled('emails', values),
  contact_handle: (_, values) => ({ field: 'handles', text: textOf(values['value']), detail: textOf(values['service']) }),
  contact_address: (_, values) => {
    const part = (column: string): string => textOf(values[column])
    const parts = { country: part('country'), region: part('region'), city: part('city') }
    const rest = { district: part('district'), detail: part('detail'), postcode: part('postcode') }
    return { field: 'addresses', text: addressText({ ...parts, ...rest }), detail: part('label') }
  },
  contact_tag: (db, values) => {
    const tag = db.get<{ name: string }>('SELECT name FROM tag WHERE id = ?', textOf(values['tag_id']))
    return { field: 'tags', text: tag?.name ?? '', detail: '' }
  },
}

function labelled(field: string, values: ChangeValues): Described {
  return { field, text: textOf(values['value']), detail: textOf(values['label']) }
}

function textOf(value: SqlValue | undefined): string {
  return value === null || value === undefined || value instanceof Uint8Array ? '' : String(value)
}
