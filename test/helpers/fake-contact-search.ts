import type { Contact } from '../../shared/features/contacts/contact.ts'
import type { ContactHit } from '../../shared/features/contacts/contact-contract.ts'
import { readingsOf } from './fake-shop.ts'

type Matched = ContactHit['matched']

/** By which field a text finds a customer, the best first; null when it does not. Numbers: phones and member numbers only. */
export function matchOf(contact: Contact, text: string, scope: 'all' | 'numbers'): Matched | null {
  const wanted = text.trim().toLowerCase()
  const digits = wanted.replaceAll(/\D/gu, '')
  const byNumber = numberMatch(contact, wanted, digits)
  if (byNumber !== null || scope === 'numbers') return byNumber
  const texts: readonly (readonly [Matched, string])[] = [
    ['name', contact.name],
    ['alias', contact.alias],
    ['company', contact.company],
    ['tag', contact.tags.join('\n')],
    ['email', contact.emails.map(one => one.value).join('\n')],
    ['handle', contact.handles.map(one => one.value).join('\n')],
    ['address', contact.addresses.map(one => one.city + one.detail).join('\n')],
    ['note', contact.note],
  ]
  const found = texts.find(([, value]) => value.toLowerCase().includes(wanted))
  if (found !== undefined) return found[0]
  const letters = wanted.replaceAll(/[\s']/gu, '')
  return /^[a-z]+$/u.test(letters) && readingsOf(contact.name).some(reading => reading.startsWith(letters)) ? 'pinyin' : null
}

/** Same last digits first, then names, then the rest. */
export function rankOf(contact: Contact, matched: Matched, text: string): number {
  const digits = text.replaceAll(/\D/gu, '')
  if (digits.length >= 3 && contact.phones.some(one => one.value.endsWith(digits))) return 0
  if (matched === 'name') return contact.name.toLowerCase() === text.trim().toLowerCase() ? 1 : 2
  return matched === 'pinyin' ? 3 : 4
}

function numberMatch(contact: Contact, wanted: string, digits: string): Matched | null {
  if (wanted !== '' && contact.memberNo.toLowerCase().startsWith(wanted)) return 'memberNo'
  if (digits === '' || /\p{L}/u.test(wanted)) return null
  return contact.phones.some(one => one.value.includes(digits)) ? 'phone' : null
}
