import type { Address, Email, Handle, Phone } from '../../../shared/features/contacts/contact.ts'
import type { ContactFormItems, ContactFormValues, ContactListName, Keyed } from './contact-form-model.ts'
import type { BirthdayInput } from './form/birthday-input.ts'

const blankPhone: Phone = { id: null, label: 'mobile', value: '', preferred: false }
const blankEmail: Email = { id: null, label: 'other', value: '', preferred: false }
const blankHandle: Handle = { id: null, service: 'wechat', value: '', preferred: false }
const blankAddress: Address = {
  id: null,
  label: 'home',
  country: '',
  region: '',
  city: '',
  district: '',
  detail: '',
  postcode: '',
  preferred: false,
}
const blanks: ContactFormItems = { phones: blankPhone, emails: blankEmail, addresses: blankAddress, handles: blankHandle }

/** Adds a blank row at the end; the first row of a list is the preferred one until a person chooses another. */
export function addItem(values: ContactFormValues, list: ContactListName, key: string): ContactFormValues {
  const row = { ...blanks[list], key, preferred: values[list].length === 0 }
  return { ...values, [list]: [...values[list], row] }
}

/** Takes a row out; when it was the preferred one, the first that is left takes its place. */
export function removeItem(values: ContactFormValues, list: ContactListName, key: string): ContactFormValues {
  const rows = values[list] as readonly Keyed<ContactFormItems[ContactListName]>[] // each list holds one kind; all kinds have key and preferred
  const wasPreferred = rows.some(row => row.key === key && row.preferred)
  const left = rows.filter(row => row.key !== key)
  const next = wasPreferred ? left.map((row, index) => ({ ...row, preferred: index === 0 })) : left
  return { ...values, [list]: next }
}

/** Moves a row by one place, up (-1) or down (1); at the end of the list nothing changes. */
export function moveItem(values: ContactFormValues, list: ContactListName, key: string, by: -1 | 1): ContactFormValues {
  const rows = [...values[list]]
  const from = rows.findIndex(row => row.key === key)
  const to = from + by
  const [row] = from < 0 || to < 0 || to >= rows.length ? [] : rows.splice(from, 1)
  if (row === undefined) return values
  rows.splice(to, 0, row as never) // the list's own row, put back elsewhere
  return { ...values, [list]: rows }
}

/** Changes some parts of one row. */
export function editItem<L extends ContactListName>(
  values: ContactFormValues,
  list: L,
  key: string,
  change: Partial<ContactFormItems[L]>,
): ContactFormValues {
  return { ...values, [list]: values[list].map(row => (row.key === key ? { ...row, ...change } : row)) }
}

/** Makes one row the preferred one of its list and no other. */
export function preferItem(values: ContactFormValues, list: ContactListName, key: string): ContactFormValues {
  return { ...values, [list]: values[list].map(row => ({ ...row, preferred: row.key === key })) }
}

/** Adds a tag unless it is blank or there already (case and width aside); text is trimmed. */
export function addTag(values: ContactFormValues, text: string): ContactFormValues {
  const name = text.trim()
  const fold = (tag: string) => tag.normalize('NFKC').toLocaleLowerCase()
  if (name === '' || values.tags.some(tag => fold(tag) === fold(name))) return values
  return { ...values, tags: [...values.tags, name] }
}

export function removeTag(values: ContactFormValues, name: string): ContactFormValues {
  return { ...values, tags: values.tags.filter(tag => tag !== name) }
}

/** Changes the birthday's parts; a day that the new month cannot have is kept, so that the message can name it. */
export function editBirthday(values: ContactFormValues, change: Partial<BirthdayInput>): ContactFormValues {
  const birthday = { ...values.birthday, ...change }
  return { ...values, birthday: birthday.calendar === 'solar' ? { ...birthday, leap: false } : birthday }
}

/** Changes what is typed in one own field; '' for nothing. */
export function editCustom(values: ContactFormValues, fieldId: string, text: string): ContactFormValues {
  return { ...values, custom: { ...values.custom, [fieldId]: text } }
}
