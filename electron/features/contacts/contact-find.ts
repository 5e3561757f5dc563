import type { z } from 'zod'
import type { ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { QueryContext } from '../../kernel/ipc/handlers.ts'
import { parseQuery, type SearchQuery, type SearchScope } from '../../kernel/search/query.ts'
import type { ReadText } from '../../kernel/search/read-units.ts'
import {
  isNameBeginning,
  isReadingBeginning,
  termsInNumber,
  termsInPhone,
  termsInReading,
  termsInText,
} from '../../kernel/search/term-match.ts'
import { contactLines } from './contact-list.ts'
import { openedLately } from './contact-opened.ts'
import { type ContactRecord, readContactRecord } from './contact-records.ts'
import { searchContacts } from './contact-search.ts'
import { addressToSearch, aliasToRead, nameToRead } from './contact-search-doc.ts'
import { tagNames } from './contact-values.ts'

type Hit = z.infer<typeof ContactHit>
type MatchedField = Hit['matched']

export interface FindRequest {
  readonly text: string
  readonly limit: number
  readonly scope: SearchScope
}

type FindContext = Pick<QueryContext, 'db' | 'actor' | 'now'>

/** The best hits for quick find and which field each was found by. Nothing for a blank text. */
export function findContacts(context: FindContext, { text, limit, scope }: FindRequest): { total: number; hits: Hit[] } {
  const { db } = context
  const query = parseQuery(text, scope)
  if (query === null || (scope === 'numbers' && query.name === '')) return { total: 0, hits: [] }
  const { total, docs } = searchContacts(db, query, { offset: 0, limit, favoured: openedLately(context) })
  return { total, hits: contactLines(db, docs).map(row => ({ row, matched: matchedField(db, query, row) })) }
}

/** The field that holds most parts of the query; of several the first in this order. */
const fields = ['name', 'alias', 'pinyin', 'company', 'tag', 'memberNo', 'phone', 'email', 'handle', 'address', 'note'] as const
const numberFields = ['memberNo', 'phone'] as const satisfies MatchedField[]

/** What can be told of a customer: by her line alone for most hits, but for the typed reading, and else by her record. */
interface Known {
  readonly names: Parameters<typeof nameToRead>[0]
  readonly texts: Readonly<Partial<Record<MatchedField, readonly string[]>>>
}

function matchedField(db: ReadableDb, query: SearchQuery, row: ContactRow): MatchedField {
  const fromLine = fullMatch(query, knownOfLine(row))
  if (fromLine !== null) return fromLine
  const record = readContactRecord(db, row.id)
  if (record === undefined) throw new Error('what was found is stored')
  const known = knownOfRecord(record)
  if (query.tail !== null && partsIn('phone', query, known) > 0) return 'phone'
  return bestMatch(query, known)
}

/** The first field of the line that has all of the query, as far as the line tells; null where only the record can. */
function fullMatch(query: SearchQuery, known: Known): MatchedField | null {
  if (query.terms.length === 0) return null
  if (query.tail !== null) return partsIn('phone', query, known) > 0 ? 'phone' : null
  if (query.scope === 'numbers') return partsIn('memberNo', query, known) === query.terms.length ? 'memberNo' : null
  const upTo = fields.slice(0, fields.indexOf('phone') + 1)
  return upTo.find(field => partsIn(field, query, known) === query.terms.length) ?? null
}

function bestMatch(query: SearchQuery, known: Known): MatchedField {
  let best: MatchedField = query.scope === 'numbers' ? 'phone' : 'name'
  let most = 0
  for (const field of query.scope === 'numbers' ? numberFields : fields) {
    const parts = partsIn(field, query, known)
    if (parts > most) [best, most] = [field, parts]
  }
  return best
}

function partsIn(field: MatchedField, query: SearchQuery, { names, texts }: Known): number {
  if (field === 'pinyin') return Math.max(partsRead(query, nameToRead(names)), partsRead(query, aliasToRead(names)))
  const most = (parts: (text: string) => number): number => Math.max(0, ...(texts[field] ?? []).map(parts))
  if (field === 'phone') return most(phone => termsInPhone(query, phone))
  if (field === 'memberNo') return most(number => termsInNumber(query, number))
  if (field === 'company' || field === 'tag') return most(text => termsInReading(query, { text, kind: 'title', surname: '' }))
  const isName = field === 'name' || field === 'alias'
  return most(text => (isName && isNameBeginning(query, text) ? query.terms.length : termsInText(query, text)))
}

function partsRead(query: SearchQuery, name: ReadText): number {
  return isReadingBeginning(query, name) ? query.terms.length : termsInReading(query, name)
}

function knownOfLine({ kind, name, alias, company, tags, memberNo, phone }: ContactRow): Known {
  return {
    names: { kind, name, alias, surname_reading: '' },
    texts: { name: [name], alias: [alias], company: [company], tag: tags, memberNo: [memberNo], phone: [phone] },
  }
}

function knownOfRecord({ contact, phones, emails, addresses, handles, tags }: ContactRecord): Known {
  return {
    names: contact,
    texts: {
      name: [contact.name],
      alias: [contact.alias],
      company: [contact.company],
      tag: tagNames(tags),
      memberNo: [contact.member_no],
      phone: phones.map(phone => phone.value),
      email: emails.map(email => email.value),
      handle: handles.map(handle => handle.value),
      address: addresses.map(addressToSearch),
      note: [contact.note],
    },
  }
}
