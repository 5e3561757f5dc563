import type { z } from 'zod'
import {
  type Address,
  type Birthday,
  type Contact,
  ContactDraft,
  type Email,
  emptyContactDraft,
  type Handle,
  type Phone,
} from '../../../shared/features/contacts/contact.ts'

/** `key` names a row of the form while it is open: it stays when rows move and has no meaning outside. */
export type Keyed<T> = T & { readonly key: string }

/** The birthday control's parts as typed; a half-filled one is kept as it stands. */
export interface BirthdayInput {
  readonly calendar: Birthday['calendar']
  readonly year: string
  readonly month: number | null
  readonly day: number | null
  readonly leap: boolean
}

export type ContactListName = 'phones' | 'emails' | 'addresses' | 'handles'
export interface ContactFormItems {
  readonly phones: Phone
  readonly emails: Email
  readonly addresses: Address
  readonly handles: Handle
}
export type ContactFormLists = { readonly [L in ContactListName]: readonly Keyed<ContactFormItems[L]>[] }
type PlainField = 'kind' | 'name' | 'alias' | 'salutation' | 'gender' | 'company' | 'jobTitle' | 'note' | 'tags'

/** What stands in the form: the draft, with keyed rows and the birthday in parts. */
export type ContactFormValues = Pick<ContactDraft, PlainField> & ContactFormLists & { readonly birthday: BirthdayInput }

export type FieldProblem =
  | 'required'
  | 'too-long'
  | 'too-many'
  | 'no-such-day'
  | 'birthday-incomplete'
  | 'birthday-year'
  | 'not-accepted'
/** One message; `field` is the control's name: `name`, `birthday`, `phones.<key>.value`. */
export interface FieldError {
  readonly field: string
  readonly problem: FieldProblem
  readonly limit: number
}

export type FormCheck =
  | { readonly ok: true; readonly draft: ContactDraft }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export const listNames = ['phones', 'emails', 'handles', 'addresses'] as const satisfies readonly ContactListName[]
const emptyBirthday: BirthdayInput = { calendar: 'solar', year: '', month: null, day: null, leap: false }

export function emptyFormValues(): ContactFormValues {
  return formValuesOf(emptyContactDraft())
}

/** Fills the form from a stored customer; rows take their id as key. */
export function formValuesOf(contact: ContactDraft | Contact): ContactFormValues {
  const { kind, name, alias, salutation, gender, company, jobTitle, note } = contact
  return {
    kind,
    name,
    alias,
    salutation,
    gender,
    company,
    jobTitle,
    note,
    tags: [...contact.tags],
    birthday: birthdayInputOf(contact.birthday),
    phones: keyed(contact.phones),
    emails: keyed(contact.emails),
    addresses: keyed(contact.addresses),
    handles: keyed(contact.handles),
  }
}

/** The draft to save, or what stands in its way in the order of the form. Rows left blank are dropped. */
export function checkForm(values: ContactFormValues): FormCheck {
  const lists = {
    phones: values.phones.filter(item => !isBlank('phones', item)),
    emails: values.emails.filter(item => !isBlank('emails', item)),
    addresses: values.addresses.filter(item => !isBlank('addresses', item)),
    handles: values.handles.filter(item => !isBlank('handles', item)),
  }
  const { birthday, ...plain } = values
  const birthdayProblem = problemOfBirthday(birthday)
  const parsed = ContactDraft.safeParse({
    ...plain,
    birthday: birthdayProblem === null ? birthdayOf(birthday) : null,
    phones: lists.phones.map(withoutKey),
    emails: lists.emails.map(withoutKey),
    addresses: lists.addresses.map(withoutKey),
    handles: lists.handles.map(withoutKey),
  })
  if (parsed.success && birthdayProblem === null) return { ok: true, draft: parsed.data }
  const errors = parsed.success ? [] : parsed.error.issues.map(issue => fieldErrorOf(issue, lists))
  if (birthdayProblem !== null) errors.push({ field: 'birthday', problem: birthdayProblem, limit: 0 })
  return { ok: false, errors: inFormOrder(errors) }
}

/** Whether an organisation holds what only people have: it is then shown, so that nothing stored is out of sight. */
export function holdsPersonalParts({ salutation, gender, company, jobTitle, birthday }: ContactFormValues): boolean {
  const isBirthdayEmpty = birthday.year === '' && birthday.month === null && birthday.day === null
  return gender !== 'not-stated' || !isBirthdayEmpty || [salutation, company, jobTitle].some(text => text !== '')
}

/** Whether a row holds nothing that a person typed. */
export function isBlank<L extends ContactListName>(list: L, item: ContactFormItems[L]): boolean {
  return typedParts(list, item).every(part => part.trim() === '')
}

/** True when both would be saved as the same draft, rows left blank and keys aside. */
export function sameValues(a: ContactFormValues, b: ContactFormValues): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

/**
 * What the form holds after a save: the stored values, rows under the keys they had; when typing went on meanwhile,
 * what is typed now, with the ids that new rows were given.
 */
export function afterSave(now: ContactFormValues, saved: ContactFormValues, stored: Contact): ContactFormValues {
  const keys = (list: ContactListName) => saved[list].filter(item => !isBlankRow(list, item)).map(item => item.key)
  if (now !== saved) {
    const adopt = <T extends Keyed<{ readonly id: string | null }>>(items: readonly T[], list: ContactListName) =>
      items.map(item => ({ ...item, id: item.id ?? stored[list][keys(list).indexOf(item.key)]?.id ?? null }))
    const { phones, emails, addresses, handles } = now
    return {
      ...now,
      phones: adopt(phones, 'phones'),
      emails: adopt(emails, 'emails'),
      addresses: adopt(addresses, 'addresses'),
      handles: adopt(handles, 'handles'),
    }
  }
  const rekey = <T extends Keyed<object>>(items: readonly T[], list: ContactListName) =>
    items.map((item, index) => ({ ...item, key: keys(list)[index] ?? item.key }))
  const values = formValuesOf(stored)
  return {
    ...values,
    phones: rekey(values.phones, 'phones'),
    emails: rekey(values.emails, 'emails'),
    addresses: rekey(values.addresses, 'addresses'),
    handles: rekey(values.handles, 'handles'),
  }
}

/** The newer version with every field and list that was changed since `base` as it was typed. */
export function onNewerVersion(typed: ContactFormValues, base: ContactFormValues, newer: ContactFormValues): ContactFormValues {
  const pick = <F extends keyof ContactFormValues>(field: F): Pick<ContactFormValues, F> => {
    const isUntouched = sameValues({ ...base, [field]: typed[field] }, base)
    return { [field]: isUntouched ? newer[field] : typed[field] } as Pick<ContactFormValues, F> // one field of the same form
  }
  return {
    ...pick('kind'),
    ...pick('name'),
    ...pick('alias'),
    ...pick('salutation'),
    ...pick('gender'),
    ...pick('company'),
    ...pick('jobTitle'),
    ...pick('note'),
    ...pick('tags'),
    ...pick('birthday'),
    ...pick('phones'),
    ...pick('emails'),
    ...pick('addresses'),
    ...pick('handles'),
  }
}

/** Field name in the form for a dotted path of the draft (`phones.0.value`), as a failure of the vault names it. */
export function fieldOfPath(path: string, values: ContactFormValues): string {
  const [list, index, part] = path.split('.')
  if (list === undefined || !isListName(list) || index === undefined) return list ?? path
  const key = values[list].filter(item => !isBlankRow(list, item))[Number(index)]?.key
  return key === undefined ? list : `${list}.${key}.${part ?? 'value'}`
}

export function isListName(name: string): name is ContactListName {
  return (listNames as readonly string[]).includes(name) // widened: asks whether a free string is one of them
}

function isBlankRow(list: ContactListName, item: Keyed<ContactFormItems[ContactListName]>): boolean {
  return typedParts(list, item).every(part => part.trim() === '')
}

function typedParts(list: ContactListName, item: ContactFormItems[ContactListName]): readonly string[] {
  if (list !== 'addresses') return 'value' in item ? [item.value] : []
  if (!('detail' in item)) return []
  return [item.country, item.region, item.city, item.district, item.detail, item.postcode]
}

function birthdayInputOf(birthday: Birthday | null): BirthdayInput {
  if (birthday === null) return emptyBirthday
  return { ...birthday, year: birthday.year === null ? '' : String(birthday.year) }
}

function problemOfBirthday(input: BirthdayInput): FieldProblem | null {
  const year = input.year.trim()
  if (year !== '' && (!/^\d{1,4}$/.test(year) || Number(year) < 1)) return 'birthday-year'
  if (input.month === null && input.day === null && year === '') return null
  return input.month === null || input.day === null ? 'birthday-incomplete' : null
}

function birthdayOf(input: BirthdayInput): Birthday | null {
  const { calendar, month, day } = input
  if (month === null || day === null) return null
  const year = input.year.trim() === '' ? null : Number(input.year.trim())
  return { calendar, year, month, day, leap: calendar === 'lunar' && input.leap }
}

function keyed<T extends { readonly id: string | null }>(items: readonly T[]): readonly Keyed<T>[] {
  return items.map((item, index) => ({ ...item, key: item.id ?? `n${index}` }))
}

function withoutKey<T extends { readonly key: string }>(item: T): Omit<T, 'key'> {
  const { key: _, ...rest } = item
  return rest
}

function fieldErrorOf(issue: z.core.$ZodIssue, lists: ContactFormLists): FieldError {
  const [head, index, part] = issue.path
  const name = String(head)
  const key = isListName(name) && typeof index === 'number' ? lists[name][index]?.key : undefined
  const field = key === undefined ? name : `${name}.${key}.${String(part ?? 'value')}`
  if (issue.code === 'too_small') return { field, problem: 'required', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') {
    return { field, problem: issue.origin === 'array' ? 'too-many' : 'too-long', limit: Number(issue.maximum) }
  }
  return { field, problem: name === 'birthday' ? 'no-such-day' : 'required', limit: 0 }
}

const order = ['kind', 'name', 'alias', 'salutation', 'gender', 'birthday', 'company', 'jobTitle', 'tags', ...listNames, 'note']

function inFormOrder(errors: readonly FieldError[]): readonly FieldError[] {
  const rank = (error: FieldError) => order.indexOf(error.field.split('.')[0] ?? '')
  return errors.toSorted((a, b) => rank(a) - rank(b))
}

function comparable(values: ContactFormValues): unknown {
  const list = (name: ContactListName) => values[name].filter(item => !isBlankRow(name, item)).map(withoutKey)
  const { kind, gender, note, tags, birthday } = values
  const lines = [values.name, values.alias, values.salutation, values.company, values.jobTitle].map(line => line.trim())
  return [kind, gender, note, tags, birthday, lines, list('phones'), list('emails'), list('addresses'), list('handles')]
}
