import { foldText } from '../../../../electron/kernel/search/folding.ts'
import { phoneForms } from '../../../../electron/kernel/search/phone-digits.ts'
import { parseQuery, type SearchQuery, type SearchTerm } from '../../../../electron/kernel/search/query.ts'
import type { ContactDraft } from '../../../../shared/features/contacts/contact.ts'

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
  const phones = draft.phones.map(phone => phoneForms(phone.value))
  if (tail !== null && phones.some(({ digits, others }) => digits.endsWith(tail) || others.includes(tail))) return 0
  const names = [draft.name, draft.alias].map(name => foldText(name).replace(separators, ''))
  if (query.name !== '' && names.includes(query.name)) return 1
  if (query.name !== '' && names.some(name => name.startsWith(query.name))) return 2
  const everything = [...textsOf(draft), ...draft.phones.map(phone => foldText(phone.value))]
  if (query.terms.length === 0) {
    return query.contains.every(part => everything.some(one => one.includes(part))) ? 3 : null
  }
  return query.terms.every(term => hasTerm(term, draft)) ? 3 : null
}

function hasTerm(term: SearchTerm, draft: ContactDraft): boolean {
  const texts = [...textsOf(draft), ...draft.phones.map(phone => foldText(phone.value)).filter(text => /\p{L}/u.test(text))]
  const hasWord = (start: string) => texts.some(text => words(text).some(word => word.startsWith(start)))
  if (term.kind === 'dense') return texts.some(text => text.includes(term.text))
  if (term.kind === 'word') return hasWord(term.text)
  const { phone } = term
  if (phone !== null) {
    const forms = draft.phones.map(one => phoneForms(one.value))
    if (forms.some(({ digits, others }) => digits.includes(phone) || others.some(other => other.startsWith(phone)))) return true
  }
  return term.groups.every(hasWord)
}

const denseCharacters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー\p{Co}`
const separators = new RegExp(String.raw`[^\p{L}\p{M}\p{N}\p{So}${denseCharacters}]`, 'gu')
const notWord = new RegExp(String.raw`[^\p{L}\p{M}\p{N}\p{So}]|[${denseCharacters}]`, 'u')

function words(folded: string): string[] {
  return folded.split(notWord)
}

function textsOf(draft: ContactDraft): string[] {
  const addresses = draft.addresses.map(one =>
    [one.country, one.region, one.city, one.district, one.detail, one.postcode].join(' '),
  )
  const lists = [...draft.emails, ...draft.handles].map(item => item.value)
  return [draft.name, draft.alias, draft.company, draft.note, ...lists, ...draft.tags, ...addresses].map(foldText)
}
