import type { z } from 'zod'
import {
  type Address,
  type Contact,
  ContactDraft,
  type Email,
  emptyContactDraft,
  type Handle,
  type Phone,
} from '../../../shared/features/contacts/contact.ts'
import type { CustomField } from '../../../shared/features/fields/custom-field.ts'
import { type BirthdayInput, birthdayInputOf, birthdayOf, isEmptyBirthday, problemOfBirthday } from './form/birthday-input.ts'
import { type CustomTyped, customFieldName, customProblems, customToSave, customTypedOf } from './form/custom-input.ts'

/** `key` names a row of the form while it is open: it stays when rows move and has no meaning outside. */
export type Keyed<T> = T & { readonly key: string }

export type ContactListName = 'phones' | 'emails' | 'addresses' | 'handles'
export interface ContactFormItems {
  readonly phones: Phone
  readonly emails: Email
  readonly addresses: Address
  readonly handles: Handle
}
export type ContactFormLists = { readonly [L in ContactListName]: readonly Keyed<ContactFormItems[L]>[] }

/** Fields that stand in the form as they stand in the draft. */
export const plainFields = [
  'kind',
  'name',
  'alias',
  'surnameReading',
  'salutation',
  'gender',
  'company',
  'jobTitle',
  'tags',
  'language',
  'preferredChannel',
  'preference',
  'pinnedNote',
  'level',
  'stage',
  'memberNo',
  'source',
  'assigneeId',
  'note',
] as const satisfies readonly (keyof ContactDraft)[]
export type PlainField = (typeof plainFields)[number]

/** What stands in the form: the draft, with keyed rows, the birthday in parts and own fields as typed. */
export type ContactFormValues = Pick<ContactDraft, PlainField> &
  ContactFormLists & { readonly birthday: BirthdayInput; readonly custom: CustomTyped }

export type FieldProblem =
  | 'required'
  | 'too-long'
  | 'too-many'
  | 'no-such-day'
  | 'birthday-incomplete'
  | 'birthday-year'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-accepted'
/** One message; `field` is the control's name: `name`, `birthday`, `phones.<key>.value`, `custom.<id>`. */
export interface FieldError {
  readonly field: string
  readonly problem: FieldProblem
  readonly limit: number
}

export type FormCheck =
  | { readonly ok: true; readonly draft: ContactDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export const listNames = ['phones', 'emails', 'handles', 'addresses'] as const satisfies readonly ContactListName[]

export function emptyFormValues(): ContactFormValues {
  return formValuesOf(emptyContactDraft())
}

/** Fills the form from a stored customer; rows take their id as key. */
export function formValuesOf(contact: ContactDraft | Contact): ContactFormValues {
  return {
    ...plainValuesOf(contact),
    birthday: birthdayInputOf(contact.birthday),
    custom: customTypedOf(contact.custom),
    phones: keyed(contact.phones),
    emails: keyed(contact.emails),
    addresses: keyed(contact.addresses),
    handles: keyed(contact.handles),
  }
}

/**
 * The draft to save, or what stands in its way in the order of the form. Rows left blank are dropped; own fields are
 * checked by what the shop made of them.
 */
export function checkForm(values: ContactFormValues, fields: readonly CustomField[] = []): FormCheck {
  const lists = {
    phones: values.phones.filter(item => !isBlank('phones', item)),
    emails: values.emails.filter(item => !isBlank('emails', item)),
    addresses: values.addresses.filter(item => !isBlank('addresses', item)),
    handles: values.handles.filter(item => !isBlank('handles', item)),
  }
  const { birthday } = values
  const birthdayProblem = problemOfBirthday(birthday)
  const custom = customToSave(values.custom, fields)
  const customTrouble = customProblems(values.custom, fields)
  const parsed = ContactDraft.safeParse({
    ...plainValuesOf(values),
    custom,
    birthday: birthdayProblem === null ? birthdayOf(birthday) : null,
    phones: lists.phones.map(withoutKey),
    emails: lists.emails.map(withoutKey),
    addresses: lists.addresses.map(withoutKey),
    handles: lists.handles.map(withoutKey),
  })
  if (parsed.success && birthdayProblem === null && customTrouble.length === 0) return { ok: true, draft: parsed.data }
  const errors: FieldError[] = parsed.success ? [] : parsed.error.issues.map(issue => fieldErrorOf(issue, lists, custom))
  for (const trouble of customTrouble) if (!errors.some(error => error.field === trouble.field)) errors.push(trouble)
  if (birthdayProblem !== null) errors.push({ field: 'birthday', problem: birthdayProblem, limit: 0 })
  return { ok: false, errors: inFormOrder(errors) }
}

/** Whether an organisation holds what only people have: it is then shown, so that nothing stored is out of sight. */
export function holdsPersonalParts(values: ContactFormValues): boolean {
  const { salutation, gender, company, jobTitle, birthday, surnameReading } = values
  const texts = [salutation, company, jobTitle, surnameReading]
  return gender !== 'not-stated' || !isEmptyBirthday(birthday) || texts.some(text => text !== '')
}

/** Whether a row holds nothing that a person typed. */
export function isBlank<L extends ContactListName>(list: L, item: ContactFormItems[L]): boolean {
  return typedParts(list, item).every(part => part.trim() === '')
}

/** True when both would be saved as the same draft, rows left blank and keys aside. */
export function sameValues(a: ContactFormValues, b: ContactFormValues): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

/** Field name in the form for a path of the draft (`phones.0.value`, `custom.0.value`, `custom.<id>`), as a failure names it. */
export function fieldOfPath(path: string, values: ContactFormValues, fields: readonly CustomField[] = []): string {
  const [list, index, part] = path.split(/[.:]/)
  if (list === 'custom' && index !== undefined) {
    const saved = /^\d+$/.test(index) ? customToSave(values.custom, fields)[Number(index)]?.fieldId : index
    return saved === undefined ? 'custom' : customFieldName(saved)
  }
  if (list === undefined || !isListName(list) || index === undefined) return list ?? path
  const key = values[list].filter(item => !isBlankRow(list, item))[Number(index)]?.key
  return key === undefined ? list : `${list}.${key}.${part ?? 'value'}`
}

export function isListName(name: string): name is ContactListName {
  return (listNames as readonly string[]).includes(name) // widened: asks whether a free string is one of them
}

/** As `isBlank`, for a row whose list is not told apart by its type. */
export function isBlankRow(list: ContactListName, item: Keyed<ContactFormItems[ContactListName]>): boolean {
  return typedParts(list, item).every(part => part.trim() === '')
}

function typedParts(list: ContactListName, item: ContactFormItems[ContactListName]): readonly string[] {
  if (list !== 'addresses') return 'value' in item ? [item.value] : []
  if (!('detail' in item)) return []
  return [item.country, item.region, item.city, item.district, item.detail, item.postcode]
}

function plainValuesOf(from: Pick<ContactDraft, PlainField>): Pick<ContactDraft, PlainField> {
  const values = Object.fromEntries(plainFields.map(field => [field, from[field]]))
  return { ...(values as Pick<ContactDraft, PlainField>), tags: [...from.tags] } // every plain field, from one that has them all
}

function keyed<T extends { readonly id: string | null }>(items: readonly T[]): readonly Keyed<T>[] {
  return items.map((item, index) => ({ ...item, key: item.id ?? `n${index}` }))
}

function withoutKey<T extends { readonly key: string }>(item: T): Omit<T, 'key'> {
  const { key: _, ...rest } = item
  return rest
}

function fieldErrorOf(issue: z.core.$ZodIssue, lists: ContactFormLists, custom: ContactDraft['custom']): FieldError {
  const [head, index, part] = issue.path
  const name = String(head)
  const own = name === 'custom' && typeof index === 'number' ? custom[index]?.fieldId : undefined
  if (own !== undefined) {
    const limit = issue.code === 'too_big' ? Number(issue.maximum) : 0
    return { field: customFieldName(own), problem: limit > 0 ? 'too-long' : 'not-accepted', limit }
  }
  const key = isListName(name) && typeof index === 'number' ? lists[name][index]?.key : undefined
  const field = key === undefined ? name : `${name}.${key}.${String(part ?? 'value')}`
  if (issue.code === 'too_small') return { field, problem: 'required', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') {
    return { field, problem: issue.origin === 'array' ? 'too-many' : 'too-long', limit: Number(issue.maximum) }
  }
  return { field, problem: name === 'birthday' ? 'no-such-day' : 'required', limit: 0 }
}

const order = [
  'kind',
  'name',
  'alias',
  'surnameReading',
  'salutation',
  'gender',
  'company',
  'jobTitle',
  'birthday',
  'tags',
  ...listNames,
  'language',
  'preferredChannel',
  'preference',
  'pinnedNote',
  'level',
  'stage',
  'memberNo',
  'source',
  'assigneeId',
  'custom',
  'note',
]

function inFormOrder(errors: readonly FieldError[]): readonly FieldError[] {
  const rank = (error: FieldError) => order.indexOf(error.field.split('.')[0] ?? '')
  return errors.toSorted((a, b) => rank(a) - rank(b))
}

function comparable(values: ContactFormValues): unknown {
  const list = (name: ContactListName) => values[name].filter(item => !isBlankRow(name, item)).map(withoutKey)
  const plain = plainFields.map(field => {
    const value = values[field]
    return typeof value === 'string' && field !== 'note' ? value.trim() : value
  })
  const custom = Object.entries(values.custom).filter(([, text]) => text.trim() !== '')
  const own = custom.map(([id, text]) => [id, text.trim()]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return [plain, values.birthday, own, list('phones'), list('emails'), list('addresses'), list('handles')]
}
