import { type ReadText, type ReadUnit, unitsOf } from './read-units.ts'

/** Ends what goes on past the letters that are kept: a Unicode noncharacter, as the other marks. */
const cutMark = '\uFDD5'
/** Letters of a reading that are kept; more of them are typed by hardly anyone. */
const lettersKept = 24
/** A longer text is found by readings in full and by initials, not by mixtures of both. */
const mixedAtMost = 4
const wholeLimit = 200
const memoLimit = 5_000
const memo = new Map<string, Readings>()

export interface Readings {
  /** Of the whole text, for exact names and beginnings of names; [] where a character has no reading. */
  readonly whole: readonly string[]
  readonly initials: readonly string[]
  /** From each character on, and each word before one: in full, by initials, by mixtures; found by their beginnings. */
  readonly parts: readonly string[]
}

/** By which letters a text is found. */
export function readingsOf(text: ReadText): Readings {
  const key = `${text.kind}\n${text.surname}\n${text.text}`
  const known = memo.get(key)
  if (known !== undefined) return known
  if (memo.size >= memoLimit) memo.clear()
  const readings = makeReadings(unitsOf(text))
  memo.set(key, readings)
  return readings
}

/** A typed word as it is among the parts when it is longer than what they keep; null when it is not. */
export function cutTerm(word: string): string | null {
  return word.length > lettersKept ? cut(word) : null
}

function makeReadings(units: readonly ReadUnit[]): Readings {
  if (units.length === 0) return { whole: [], initials: [], parts: [] }
  const hasAll = units.every(unit => unit.forms.length > 0)
  const tails =
    units.length > mixedAtMost
      ? [tailsOf(units, fullOf, lettersKept + 1), tailsOf(units, initialsOf, lettersKept + 1)]
      : [mixturesOf(units)]
  const isReadFrom = (index: number): boolean => units[index]?.isHan === true || units[index + 1]?.isHan === true
  const parts = units.flatMap((_, index) => (isReadFrom(index) ? tails.flatMap(one => one[index] ?? []) : []))
  return {
    whole: hasAll ? (tailsOf(units, fullOf, wholeLimit)[0] ?? []) : [],
    initials: hasAll ? (tailsOf(units, initialsOf, wholeLimit)[0] ?? []) : [],
    parts: [...new Set(parts.map(cut))],
  }
}

type Ways = (unit: ReadUnit) => readonly string[]

/** For each unit every way to write it and what follows up to the next one without a reading, each cut at a length. */
function tailsOf(units: readonly ReadUnit[], ways: Ways, length: number): readonly (readonly string[])[] {
  let next: readonly string[] = []
  return units
    .toReversed()
    .map(unit => {
      next = [...new Set(joined(ways(unit), next).map(tail => tail.slice(0, length)))]
      return next
    })
    .toReversed()
}

/** As `tailsOf`, each unit in full or by its initial, but the last one always in full. */
function mixturesOf(units: readonly ReadUnit[]): readonly (readonly string[])[] {
  let next: readonly string[] = []
  return units
    .toReversed()
    .map(unit => {
      next = next.length === 0 ? unit.forms : joined([...new Set([...unit.forms, ...initialsOf(unit)])], next)
      return next
    })
    .toReversed()
}

function fullOf(unit: ReadUnit): readonly string[] {
  return unit.forms
}

function joined(heads: readonly string[], tails: readonly string[]): readonly string[] {
  if (tails.length === 0) return heads
  return heads.flatMap(head => tails.map(tail => head + tail))
}

function initialsOf(unit: ReadUnit): readonly string[] {
  return unit.isHan ? [...new Set(unit.forms.map(form => form.slice(0, 1)))] : unit.forms
}

function cut(word: string): string {
  return word.length > lettersKept ? word.slice(0, lettersKept).toWellFormed() + cutMark : word
}
