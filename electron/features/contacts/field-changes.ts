import type { FieldChange } from '../../../shared/features/contacts/contact-contract.ts'
import { isTwoWay, linkKinds } from '../../../shared/features/contacts/contact-link.ts'
import type { ChangeValues } from '../../kernel/changes/change.ts'
import type { SqlValue } from '../../kernel/db/database.ts'
import type { StoredField } from '../fields/custom-field-records.ts'
import { ownFields, unchosen } from './contact-columns.ts'
import { chosenIds } from './contact-rules.ts'
import { addressText } from './contact-search-doc.ts'
import type { HistoryNames } from './history-names.ts'

export interface RowState {
  readonly isLiving: boolean
  readonly values: ChangeValues
}

/** What one act did to one record. */
export interface RecordChange {
  readonly table: string
  readonly isNew: boolean
  readonly before: RowState
  readonly after: RowState
  /** Everything that it wrote. */
  readonly written: ChangeValues
}

/** What was changed, as FieldChange says, seen from the customer whose page it is. */
export function fieldChanges(names: HistoryNames, customer: string, change: RecordChange): FieldChange[] {
  const { table, before, after, written } = change
  if (table === 'contact') return ownChanges(names, change)
  const describe = items[table]
  if (describe === undefined) return []
  const past = before.isLiving ? describe(names, before.values, customer) : unsaid
  const present = after.isLiving ? describe(names, after.values, customer) : unsaid
  const { field, more } = after.isLiving ? present : past
  if (past.text !== present.text) return [{ field, before: past.text, after: present.text, ...more }]
  if (past.detail !== present.detail) return [{ field: `${field}.label`, before: past.detail, after: present.detail }]
  const becamePreferred = after.isLiving && written['preferred'] === 1
  return becamePreferred ? [{ field: `${field}.preferred`, before: '', after: present.text }] : []
}

function ownChanges(names: HistoryNames, { isNew, before, written }: RecordChange): FieldChange[] {
  return Object.entries(ownFields).flatMap(([column, field]) => {
    const value = written[column]
    if (value === undefined || (isNew && value === unchosen[column])) return []
    const [past, present] = [textOf(before.values[column]), textOf(value)]
    if (past === present) return []
    const words = (text: string): string => (field === 'assigneeId' ? names.staff(text) : text)
    return [{ field, before: words(past), after: words(present) }]
  })
}

interface Described {
  readonly field: string
  readonly text: string
  /** Its label or service. */
  readonly detail: string
  /** What else the answer says of an own field. */
  readonly more?: Pick<FieldChange, 'fieldName' | 'isPersonal'>
}

const unsaid: Described = { field: '', text: '', detail: '' }

const items: Readonly<Record<string, (names: HistoryNames, values: ChangeValues, customer: string) => Described>> = {
  contact_phone: (_, values) => labelled('phones', values),
  contact_email: (_, values) => labelled('emails', values),
  contact_handle: (_, values) => ({ field: 'handles', text: textOf(values['value']), detail: textOf(values['service']) }),
  contact_address: (_, values) => {
    const part = (column: string): string => textOf(values[column])
    const parts = { country: part('country'), region: part('region'), city: part('city') }
    const rest = { district: part('district'), detail: part('detail'), postcode: part('postcode') }
    return { field: 'addresses', text: addressText({ ...parts, ...rest }), detail: part('label') }
  },
  contact_tag: (names, values) => ({ field: 'tags', text: names.tag(textOf(values['tag_id'])), detail: '' }),
  contact_link: describeLink,
  custom_value: (names, values) => {
    const field = names.field(textOf(values['field_id']))
    const more = field === undefined ? {} : { fieldName: field.name, isPersonal: field.personal }
    return { field: `custom:${textOf(values['field_id'])}`, text: customText(field, textOf(values['value'])), detail: '', more }
  },
}

function describeLink(names: HistoryNames, values: ChangeValues, customer: string): Described {
  const kind = linkKinds.find(one => one === values['kind'])
  const isOut = textOf(values['from_id']) === customer
  const name = names.customer(textOf(values[isOut ? 'to_id' : 'from_id']))
  const note = textOf(values['note'])
  const direction = isOut || (kind !== undefined && isTwoWay(kind)) ? 'out' : 'in'
  return { field: `links.${kind ?? 'other'}.${direction}`, text: note === '' ? name : `${name} · ${note}`, detail: '' }
}

function customText(field: StoredField | undefined, value: string): string {
  if (field?.type !== 'choice' && field?.type !== 'several') return value
  const names = chosenIds(field.type, value).map(id => field.choices.find(choice => choice.id === id)?.name ?? id)
  return names.join(', ')
}

function labelled(field: string, values: ChangeValues): Described {
  return { field, text: textOf(values['value']), detail: textOf(values['label']) }
}

function textOf(value: SqlValue | undefined): string {
  return value === null || value === undefined || value instanceof Uint8Array ? '' : String(value)
}
