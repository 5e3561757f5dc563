import type { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { emptyContactDraft } from '../../../../shared/features/contacts/contact.ts'
import type { CardNote } from '../../../../shared/features/imports/vcard-import.ts'
import type { Blob } from '../../../kernel/blobs/blob-store.ts'
import type { Card, CardProperty } from './card.ts'
import { cleanText, splitEscaped, unescapeText } from './value-text.ts'

export interface NoteCount {
  readonly note: CardNote
  readonly field: string
  readonly count: number
}

const noteLimit = 20_000
const noteKindsLimit = 200

type ListName = 'phones' | 'emails' | 'addresses' | 'handles'
/** As the schema of a customer has them. */
const listLimits: Readonly<Record<ListName | 'tags', number>> = { phones: 30, emails: 30, addresses: 30, handles: 30, tags: 100 }

/** Collects what a card becomes: fields, the text for the note, and a count of what could not be taken as it stood. */
export class DraftBuilder {
  readonly card: Card
  readonly draft: ContactDraft = emptyContactDraft()
  picture: Blob | null = null
  private readonly counts = new Map<string, { note: CardNote; field: string; count: number }>()
  private readonly noteTexts: string[] = []
  private readonly noteLines: string[] = []

  constructor(card: Card) {
    this.card = card
  }

  /** A property's whole value as text for people. */
  text(property: CardProperty): string {
    return cleanText(unescapeText(property.value, this.card.version))
  }

  /** The parts of a structured value, each as text for people. */
  parts(property: CardProperty): string[] {
    return splitEscaped(property.value, ';').map(part => cleanText(unescapeText(part, this.card.version)))
  }

  /** The items of a list value. */
  items(property: CardProperty): string[] {
    return splitEscaped(property.value, ',')
      .flatMap(item => splitEscaped(item, ';'))
      .map(item => cleanText(unescapeText(item, this.card.version)))
      .filter(item => item !== '')
  }

  count(note: CardNote, field: string, times = 1): void {
    const name = fit(field, 60)
    const known = this.counts.get(`${note} ${name}`)
    if (known !== undefined) known.count += times
    else if (this.counts.size < noteKindsLimit) this.counts.set(`${note} ${name}`, { note, field: name, count: times })
  }

  /** What has no field of its own: a line `LABEL: value` of the note. */
  toNote(label: string, value: string, field: string, why: CardNote = 'field-to-note'): void {
    const line = joinLines(value, ' / ')
    if (line === '') return
    this.noteLines.push(`${label}: ${line}`)
    this.count(why, field)
  }

  /** Text that the card itself holds as a note. */
  addNoteText(text: string): void {
    if (text !== '') this.noteTexts.push(text)
  }

  /** Sets a one-line field once; a second value, or what is too long for it, goes to the note. */
  setText(field: 'name' | 'alias' | 'salutation' | 'company' | 'jobTitle', value: string, from: string, max = 200): void {
    const line = oneLine(value)
    if (line === '' || line === this.draft[field]) return
    if (this.draft[field] !== '') this.toNote(from, line, from)
    else {
      this.draft[field] = fit(line, max)
      if (line.length > max) this.toNote(from, line, from, 'value-too-long')
    }
  }

  /** Adds to a list that is not full; else the value goes to the note. */
  add<L extends ListName>(list: L, item: ContactDraft[L][number], from: string, text: string): void {
    const items = this.draft[list] as ContactDraft[L][number][] // one list of the draft, named by L
    const same = items.some(known => sameItem(known, item))
    if (same) return
    if (items.length >= listLimits[list]) this.toNote(from, text, from, 'too-many-values')
    else items.push({ ...item, preferred: item.preferred && !items.some(known => known.preferred) })
  }

  addTag(tag: string): void {
    if (this.draft.tags.includes(tag)) return
    if (tag.length > 50) this.toNote('CATEGORIES', tag, 'CATEGORIES', 'value-too-long')
    else if (this.draft.tags.length >= listLimits.tags) this.toNote('CATEGORIES', tag, 'CATEGORIES', 'too-many-values')
    else this.draft.tags.push(tag)
  }

  get noteCounts(): readonly NoteCount[] {
    return [...this.counts.values()]
  }

  get firstNoteText(): string {
    return this.noteTexts[0] ?? ''
  }

  /** Puts the note together; called once, at the end. */
  finishNote(): void {
    const whole = [...this.noteTexts, this.noteLines.join('\n')].filter(text => text !== '').join('\n\n')
    this.draft.note = fit(whole, noteLimit)
    if (whole.length > noteLimit) this.count('value-too-long', 'NOTE')
  }
}

export function oneLine(value: string): string {
  return joinLines(value, ' ')
}

/** Lines without outer space, the empty ones left out. By hand: a pattern would take the square of a long blank's length. */
export function joinLines(value: string, separator: string): string {
  return value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(separator)
}

/** The beginning of a text, never ending within a character. */
export function fit(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max)
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trim()
}

export function hasHan(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
}

function sameItem(one: object, other: object): boolean {
  const bare = (item: object): string => JSON.stringify({ ...item, preferred: false })
  return bare(one) === bare(other)
}
