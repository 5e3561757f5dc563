import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import { markMatches } from '../../ui/highlight.tsx'
import { pinyinPart } from './pinyin-mark.ts'

const lineFields = ['alias', 'company', 'memberNo', 'email'] as const

/** The text of the line in which the query was found, beside name and phone; '' when the line does not have it. */
export function foundText({ row, matched }: ContactHit): string {
  const field = lineFields.find(one => one === matched)
  return field === undefined ? '' : row[field]
}

/** The field to name, since nothing is marked in the line: it is not in it, or only its reading fits; null when something is. `phone`: as the line shows it. */
export function fieldOutOfSight(hit: ContactHit, query: string, phone: string): ContactHit['matched'] | null {
  const { row, matched } = hit
  switch (matched) {
    case 'name':
    case 'pinyin':
      return isMarked(row.name, query) || pinyinPart(row.name, query) !== null || !/\p{Script=Latin}/u.test(query)
        ? null
        : 'pinyin'
    case 'phone':
      // another of her numbers
      return isMarked(phone, query) ? null : 'phone'
    default:
      return foundText(hit) === '' ? matched : null
  }
}

/** Whether some of a text is marked as what was typed. */
export function isMarked(text: string, query: string): boolean {
  return markMatches(text, query).some(part => part.hit)
}
