import { closedUp } from '../../kernel/search/folding.ts'
import type { ReadText } from '../../kernel/search/read-units.ts'
import type { SearchDoc } from '../../kernel/search/search-index.ts'
import type { AddressItem, ContactFields, ContactRecord } from './contact-records.ts'

/** What of a customer can be found. `tags`: names; `last`: when she was last dealt with, in ms. */
export function searchDocOf(
  { contact, phones, emails, addresses, handles }: ContactRecord,
  tags: readonly string[],
  last: number,
): SearchDoc {
  return {
    table: 'contact',
    id: contact.id,
    names: [nameToRead(contact), aliasToRead(contact)].filter(name => name.text !== ''),
    phones: phones.map(phone => phone.value),
    numbers: present([contact.member_no]),
    titles: present([contact.company, ...tags]),
    texts: present([
      ...emails.map(email => email.value),
      ...handles.map(handle => handle.value),
      ...addresses.map(addressToSearch),
      contact.note,
    ]),
    last,
  }
}

type Named = Pick<ContactFields, 'kind' | 'name' | 'alias' | 'surname_reading'>

export function nameToRead({ kind, name, surname_reading: surname }: Named): ReadText {
  return kind === 'organisation' ? { text: name, kind: 'title', surname: '' } : { text: name, kind: 'person', surname }
}

/** A second name need not begin with the surname. */
export function aliasToRead({ kind, alias }: Named): ReadText {
  return { text: alias, kind: kind === 'organisation' ? 'title' : 'person', surname: '' }
}

type AddressParts = Pick<AddressItem, 'country' | 'region' | 'city' | 'district' | 'detail' | 'postcode'>

/** In one piece, as people type it. */
export function addressToSearch(address: AddressParts): string {
  return closedUp(addressText(address))
}

/** In one line, the parts in the order of the form. */
export function addressText(address: AddressParts): string {
  const { country, region, city, district, detail, postcode } = address
  return present([country, region, city, district, detail, postcode]).join(' ')
}

function present(texts: readonly string[]): string[] {
  return texts.filter(text => text !== '')
}
