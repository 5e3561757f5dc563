import type { Address, Contact, Phone } from '../../../shared/features/contacts/contact.ts'

/** The phone to call: the preferred one, else the first; null when there is none. */
export function preferredPhone(contact: Pick<Contact, 'phones'>): Phone | null {
  return contact.phones.find(phone => phone.preferred) ?? contact.phones[0] ?? null
}

const personalFields = ['surnameReading', 'salutation', 'gender', 'birthday', 'company', 'jobTitle'] as const
export type PersonalField = (typeof personalFields)[number]

/** Which fields that only people have are shown: all of a person, of an organisation those that hold something all the same. */
export function shownPersonalFields(contact: Pick<Contact, 'kind' | PersonalField>): readonly PersonalField[] {
  return personalFields.filter(field => contact.kind === 'person' || !emptyValues.has(contact[field]))
}

const emptyValues: ReadonlySet<unknown> = new Set(['', 'not-stated', null])

/** An address in one line, largest part first, as glossary 19 orders it; Han parts stand close, others take a space. */
export function addressLine(address: Address): string {
  const parts = [address.country, address.region, address.city, address.district, address.detail].map(part => part.trim())
  const filled = parts.filter((part, index) => part !== '' && part !== parts[index - 1])
  const line = filled.reduce((text, part) => (needsSpace(text, part) ? `${text} ${part}` : text + part), '')
  return [line, address.postcode.trim()].filter(part => part !== '').join(' ')
}

function needsSpace(before: string, after: string): boolean {
  if (before === '') return false
  const isHan = (sign: string | undefined) => sign !== undefined && /\p{Script=Han}/u.test(sign)
  return !isHan(Array.from(before).at(-1)) || !isHan(Array.from(after)[0])
}
