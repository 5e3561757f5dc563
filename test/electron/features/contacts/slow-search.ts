import { foldText } from '../../../../electron/kernel/search/folding.ts'
import { phoneForms } from '../../../../electron/kernel/search/phone-digits.ts'
import { parseQuery, type SearchQuery, type SearchTerm } from '../../../../electron/kernel/search/query.ts'
import type { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { isReadFrom, type SlowText, wholeReading } from './slow-readings.ts'

export interface SlowRecord {
  readonly id: string
  readonly draft: ContactDraft
}

export interface SlowHit {
  readonly id: string
  /** 0 exact phone end, 1 exact name, 2 the name begins so, 3 the rest. */
  readonly rank: number
}

/** What a search means, read off every record without any index. All of them for a blank text. */
export function slowSearch(records: readonly SlowRecord[], text: string): readonly SlowHit[] {
  const query = parseQuery(text)
  if (query === null) return records.map(({ id }) => ({ id, rank: 3 }))
  return records.flatMap(({ id, draft }) => {
    const rank = rankOf(query, draft)
    return rank === null ? [] : [{ id, rank }]
  })
}

function rankOf(query: SearchQuery, draft: ContactDraft): number | null {
  const { tail } = query
  const phones = phonesOf(draft)
  if (tail !== null && phones.some(({ digits, others }) => digits.endsWith(tail) || others.includes(tail))) return 0
  const names = namesOf(draft)
  const readings = readNames(draft).map(name => wholeReading(name, query.name))
  const isOwnNumber = /[a-z0-9]/.test(query.name) && wholeNumber(draft) === query.name
  if (query.name !== '' && (names.includes(query.name) || readings.includes('exact') || isOwnNumber)) return 1
  if (query.name !== '' && (names.some(name => name.startsWith(query.name)) || readings.includes('beginning'))) return 2
  const everything = [...textsOf(draft), ...foldedPhones(draft)]
  if (query.terms.length === 0) {
    return query.contains.every(part => everything.some(one => one.includes(part))) ? 3 : null
  }
  const isNumberBeginning = /[a-z0-9]/.test(query.name) && wholeNumber(draft).startsWith(query.name)
  return isNumberBeginning || query.terms.every(term => hasTerm(term, draft)) ? 3 : null
}

function readNames({ kind, name, alias, surnameReading }: ContactDraft): readonly SlowText[] {
  const isPerson = kind === 'person'
  return [
    { text: name, isPerson, surname: surnameReading },
    { text: alias, isPerson, surname: '' },
  ]
}

function isRead(draft: ContactDraft, word: string): boolean {
  const titles = [draft.company, ...draft.tags].map(text => ({ text, isPerson: false, surname: '' }))
  return [...readNames(draft), ...titles].some(text => isReadFrom(text, word))
}

function hasTerm(term: SearchTerm, draft: ContactDraft): boolean {
  const hasWord = (start: string) => wordsOf(draft).some(word => word.startsWith(start))
  const texts = () => [...textsOf(draft), ...foldedPhones(draft).filter(text => /\p{L}/u.test(text))]
  if (term.kind === 'dense') return texts().some(text => text.includes(term.text))
  if (term.kind === 'word') return hasWord(term.text) || isRead(draft, term.text)
  const { phone } = term
  if (phone !== null) {
    if (phonesOf(draft).some(({ digits, others }) => digits.includes(phone) || others.some(other => other.startsWith(phone))))
      return true
    if (wholeNumber(draft).replace(/\D/g, '').includes(term.groups.join(''))) return true
  }
  return term.groups.every(hasWord)
}

const denseCharacters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー\p{Co}`
const separators = new RegExp(String.raw`[^\p{L}\p{M}\p{N}\p{So}${denseCharacters}]`, 'gu')
const notWord = new RegExp(String.raw`[^\p{L}\p{M}\p{N}\p{So}]|[${denseCharacters}]`, 'u')

/** What is asked of every record for every query is worked out once. */
function once<K extends WeakKey, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>()
  return key => {
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    return known.value
  }
}

const phonesOf = once((draft: ContactDraft) => draft.phones.map(phone => phoneForms(phone.value)))
const foldedPhones = once((draft: ContactDraft) => draft.phones.map(phone => foldText(phone.value)))
const wordsOf = once((draft: ContactDraft) =>
  [...textsOf(draft), ...foldedPhones(draft).filter(text => /\p{L}/u.test(text))].flatMap(text => text.split(notWord)),
)
const namesOf = once((draft: ContactDraft) => [draft.name, draft.alias].map(name => foldText(name).replace(separators, '')))
const wholeNumber = once((draft: ContactDraft) => foldText(draft.memberNo).replace(separators, ''))

const textsOf = once((draft: ContactDraft): string[] => {
  const addresses = draft.addresses.map(one =>
    [one.country, one.region, one.city, one.district, one.detail, one.postcode]
      .filter(part => part !== '')
      .join(' ')
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''),
  )
  const lists = [...draft.emails, ...draft.handles].map(item => item.value)
  return [draft.name, draft.alias, draft.company, draft.memberNo, draft.note, ...lists, ...draft.tags, ...addresses].map(foldText)
})
