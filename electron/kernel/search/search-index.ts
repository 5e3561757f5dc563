import type { WritableDb } from '../db/database.ts'
import { compactText, foldText, foldWriting } from './folding.ts'
import { unifyVariants } from './han-variants.ts'
import type { ReadText } from './read-units.ts'
import { readingsOf } from './reading-tokens.ts'
import { typedSyllables } from './surname-syllables.ts'
import { initialsMark, nameMark, nameTokens, numberMark, numberTokens, phoneMark, phoneTokens, textTokens } from './tokens.ts'

/** What of one record can be found. */
export interface SearchDoc {
  readonly table: string
  readonly id: string
  /** Found also as a whole: exact names and beginnings of names rank first. */
  readonly names: readonly ReadText[]
  readonly phones: readonly string[]
  /** Numbers that the shop gave it. */
  readonly numbers: readonly string[]
  /** Found also by how they are read. */
  readonly titles: readonly string[]
  readonly texts: readonly string[]
  /** When it was last dealt with, in ms: orders hits of the same rank. */
  readonly last: number
}

/** Puts a record into the index, or what changed of it. Answers its number there. */
export function indexDoc(db: WritableDb, doc: SearchDoc): number {
  const number = findDoc(db, doc.table, doc.id) ?? addDoc(db, doc.table, doc.id)
  rankDoc(db, number, doc.last)
  const text = foldedText(doc)
  const old = db.get<{ text: string }>('SELECT text FROM _doc_text WHERE doc = ?', number)
  if (old?.text === text) return number
  db.run('INSERT OR REPLACE INTO _doc_text (doc, text) VALUES (?, ?)', number, text)
  if (old !== undefined) db.run('DELETE FROM _search WHERE rowid = ?', number)
  db.run('INSERT INTO _search (rowid, tokens) VALUES (?, ?)', number, tokensOf(doc))
  return number
}

/** Says when a record was last dealt with, where nothing else of it changed. */
export function rankDoc(db: WritableDb, number: number, last: number): void {
  db.run('INSERT INTO _rank (doc, last) VALUES (?, ?) ON CONFLICT (doc) DO UPDATE SET last = excluded.last', number, last)
}

/** Takes a record out; answers the number it had, or undefined when it was not there. */
export function dropDoc(db: WritableDb, table: string, id: string): number | undefined {
  const number = findDoc(db, table, id)
  if (number === undefined) return undefined
  db.run('DELETE FROM _search WHERE rowid = ?', number)
  for (const local of ['_doc_text', '_rank', '_doc'] as const) db.run(`DELETE FROM ${local} WHERE doc = ?`, number)
  return number
}

export function emptyIndex(db: WritableDb): void {
  db.run("INSERT INTO _search (_search) VALUES ('delete-all')")
  for (const local of ['_doc_text', '_rank', '_doc'] as const) db.run(`DELETE FROM ${local}`)
}

/** A little of the merging that the index needs, so that no save ever waits for a lot of it. */
export function mergeIndex(db: WritableDb, pages: number): void {
  db.run("INSERT INTO _search (_search, rank) VALUES ('merge', ?)", pages)
}

function findDoc(db: WritableDb, table: string, id: string): number | undefined {
  return db.get<{ doc: number }>('SELECT doc FROM _doc WHERE id = ? AND tbl = ?', id, table)?.doc
}

/** Not by RETURNING: it opens a statement journal, at which FTS5 writes out what it holds, a segment for every record. */
function addDoc(db: WritableDb, table: string, id: string): number {
  const number = db.get<{ next: number }>('SELECT coalesce(max(doc), 0) + 1 AS next FROM _doc')?.next ?? 1
  db.run('INSERT INTO _doc (doc, tbl, id) VALUES (?, ?, ?)', number, table, id)
  return number
}

/** Kept to tell false hits by, and to leave the index alone when nothing that can be found has changed. */
function foldedText(doc: SearchDoc): string {
  const names = doc.names.map(name => (name.kind === 'person' ? nameMark : nameMark + nameMark) + readText(name))
  const phones = doc.phones.map(phone => phoneMark + foldText(phone))
  const numbers = doc.numbers.map(number => numberMark + foldText(number))
  const titles = doc.titles.map(text => initialsMark + readText(titleOf(text)))
  return [...names, ...phones, ...numbers, ...titles, ...doc.texts.map(foldText)].join('\n')
}

/** With what else decides how it is read. Behind the mark no sign stands, since a search for signs looks at this text. */
function readText({ text, surname }: ReadText): string {
  const folded = foldText(text)
  const written = compactText(foldWriting(text))
  const asWritten = unifyVariants(written) === written ? '' : written
  if (asWritten === '' && surname === '') return folded
  return [folded, asWritten, ...typedSyllables(surname).map(syllable => syllable.letters)].join(initialsMark)
}

function tokensOf(doc: SearchDoc): string {
  const tokens = [
    ...doc.names.flatMap(name => [...nameTokens(name), ...textTokens(foldText(name.text)), ...readingsOf(name).parts]),
    ...doc.phones.flatMap(phoneAndWords),
    ...doc.numbers.flatMap(number => [...numberTokens(number), ...textTokens(foldText(number))]),
    ...doc.titles.flatMap(title => [...textTokens(foldText(title)), ...readingsOf(titleOf(title)).parts]),
    ...doc.texts.flatMap(text => textTokens(foldText(text))),
  ]
  return [...new Set(tokens)].join(' ')
}

function titleOf(text: string): ReadText {
  return { text, kind: 'title', surname: '' }
}

/** Letters in a number (an extension, a vanity number) are found as words too. */
function phoneAndWords(phone: string): string[] {
  const folded = foldText(phone)
  return /\p{L}/u.test(folded) ? [...phoneTokens(phone), ...textTokens(folded)] : phoneTokens(phone)
}
