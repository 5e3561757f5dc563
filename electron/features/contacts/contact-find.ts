import type { z } from 'zod'
import type { ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { parseQuery, type SearchQuery } from '../../kernel/search/query.ts'
import { isNameBeginning, termsInPhone, termsInText } from '../../kernel/search/term-match.ts'
import { addressText } from './contact-derived.ts'
import { contactLines } from './contact-list.ts'
import { type ContactRecord, readContactRecord } from './contact-records.ts'
import { searchContacts } from './contact-search.ts'

type Hit = z.infer<typeof ContactHit>
type MatchedField = Hit['matched']

/** The best hits for quick find and which field each was found by. Nothing for a blank text. */
export function findContacts(db: ReadableDb, text: string, limit: number): { total: number; hits: Hit[] } {
  const query = parseQuery(text)
  if (query === null) return { total: 0, hits: [] }
  const { total, docs } = searchContacts(db, query, { sort: { by: 'relevance', dir: 'desc' }, offset: 0, limit })
  const rows = contactLines(db, docs)
  return {
    total,
    hits: rows.map(row => ({ row, matched: matchedInRow(query, row) ?? matchedField(db, query, row.id) })),
  }
}

/** What the line alone tells: most hits are by name or by the preferred number, and need no more reading. */
function matchedInRow(query: SearchQuery, row: ContactRow): MatchedField | null {
  if (query.tail !== null) return termsInPhone(query, row.phone) > 0 ? 'phone' : null
  const isByName =
    isNameBeginning(query, row.name) || (query.terms.length > 0 && termsInText(query, row.name) === query.terms.length)
  return isByName ? 'name' : null
}

/** The field that holds most parts of the query; of several the first in the order of the form. */
function matchedField(db: ReadableDb, query: SearchQuery, id: string): MatchedField {
  const record = readContactRecord(db, id)
  if (record === undefined) throw new Error('what was found is stored')
  if (query.tail !== null && partsIn('phone', query, record) > 0) return 'phone'
  let best: MatchedField = 'name'
  let most = 0
  for (const field of fields) {
    const parts = partsIn(field, query, record)
    if (parts > most) [best, most] = [field, parts]
  }
  return best
}

const fields = [
  'name',
  'alias',
  'company',
  'phone',
  'memberNo',
  'email',
  'handle',
  'tag',
  'address',
  'note',
] as const satisfies MatchedField[]

function partsIn(field: MatchedField, query: SearchQuery, record: ContactRecord): number {
  if (field === 'phone') return Math.max(0, ...record.phones.map(phone => termsInPhone(query, phone.value)))
  const isName = field === 'name' || field === 'alias'
  if (isName && isNameBeginning(query, record.contact[field])) return query.terms.length
  return Math.max(0, ...textsOf[field](record).map(text => termsInText(query, text)))
}

const textsOf: Readonly<Record<Exclude<MatchedField, 'phone'>, (record: ContactRecord) => readonly string[]>> = {
  name: ({ contact }) => [contact.name],
  alias: ({ contact }) => [contact.alias],
  pinyin: () => [],
  company: ({ contact }) => [contact.company],
  memberNo: ({ contact }) => [contact.member_no],
  email: ({ emails }) => emails.map(email => email.value),
  handle: ({ handles }) => handles.map(handle => handle.value),
  tag: ({ tags }) => tags.map(tag => tag.name),
  address: ({ addresses }) => addresses.map(addressText),
  note: ({ contact }) => [contact.note],
}
