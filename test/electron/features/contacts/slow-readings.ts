import { pinyin } from 'pinyin-pro'
import { foldWriting } from '../../../../electron/kernel/search/folding.ts'

/** A name, or the title of a company, a tag, an organisation; `surname` as staff typed it in plain letters. */
export interface SlowText {
  readonly text: string
  readonly isPerson: boolean
  readonly surname: string
}

interface Unit {
  readonly isHan: boolean
  readonly ways: readonly string[]
}

/** Characters of titles that the tests use and that have two common readings. */
const twoReadings = new Set('重长乐行朝都单尉')
const plain = { type: 'array', toneType: 'none', v: true } as const
const keptLetters = 24

/** Whether letters typed are the beginning of a reading from some character on. */
export function isReadFrom(text: SlowText, typed: string): boolean {
  const units = unitsOf(text)
  return units.some((unit, start) => {
    if (!unit.isHan && units[start + 1]?.isHan !== true) return false
    const tail = chainFrom(units, start)
    const styles = units.length <= 4 ? [mixed] : [inFull, byInitials]
    return styles.some(style =>
      typed.length <= keptLetters
        ? begins(tail, typed, style)
        : writings(tail, style).some(
            one => one.length > keptLetters && one.slice(0, keptLetters) === typed.slice(0, keptLetters),
          ),
    )
  })
}

/** How letters typed stand to the reading of the whole. */
export function wholeReading(text: SlowText, typed: string): 'exact' | 'beginning' | null {
  const units = unitsOf(text)
  if (!units.some(unit => unit.isHan) || units.some(unit => unit.ways.length === 0)) return null
  const full = writings(units, inFull)
  if (full.includes(typed)) return 'exact'
  return [...full, ...writings(units, byInitials)].some(one => one.startsWith(typed)) ? 'beginning' : null
}

/** Which spellings a unit can have, and whether it is the last. */
type Style = (unit: Unit, isLast: boolean) => readonly string[]
const inFull: Style = unit => unit.ways
const byInitials: Style = unit => (unit.isHan ? unit.ways.map(way => way.charAt(0)) : unit.ways)
const mixed: Style = (unit, isLast) => (isLast ? unit.ways : [...unit.ways, ...byInitials(unit, false)])

function begins(units: readonly Unit[], rest: string, style: Style): boolean {
  const [unit, ...others] = units
  if (unit === undefined) return false
  return style(unit, others.length === 0).some(
    way => way.startsWith(rest) || (rest.startsWith(way) && begins(others, rest.slice(way.length), style)),
  )
}

function writings(units: readonly Unit[], style: Style): readonly string[] {
  let made = ['']
  for (const [index, unit] of units.entries()) {
    const ways = [...new Set(style(unit, index === units.length - 1))]
    made = made.flatMap(start => ways.map(way => start + way))
  }
  return made
}

function chainFrom(units: readonly Unit[], start: number): readonly Unit[] {
  const end = units.findIndex((unit, index) => index >= start && unit.ways.length === 0)
  return units.slice(start, end === -1 ? undefined : end)
}

const han = /\p{Script=Han}/u
const wordOrHan = /(\p{Script=Han}+)|([\p{L}\p{M}\p{N}\p{So}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}\p{So}]|$))/gu

const known = new Map<string, readonly Unit[]>()

function unitsOf(text: SlowText): readonly Unit[] {
  const key = JSON.stringify(text)
  const units = known.get(key) ?? readUnits(text)
  known.set(key, units)
  return units
}

/** Of a text without kana and private characters. */
function readUnits({ text, isPerson, surname }: SlowText): readonly Unit[] {
  const runs: readonly string[] = foldWriting(text).match(wordOrHan) ?? []
  let several = 0
  return runs.flatMap((run, nth): readonly Unit[] => {
    if (!han.test(run)) return [{ isHan: false, ways: [run] }]
    const isHead = isPerson && nth === 0
    const usual = pinyin(simplified(run), { ...plain, surname: isHead ? 'head' : 'off' })
    return Array.from(run, (character, index) => {
      const simple = simplified(character)
      const all = isPerson || twoReadings.has(simple) ? multiple(simple) : multiple(simple).slice(0, 1)
      const typed = isHead && index === 0 && surname !== '' ? [surname] : []
      const readings = letters([...typed, usual[index] ?? '', ...all, ...(simple === character ? [] : multiple(character))])
      if (isHead && index === 0) return { isHan: true, ways: spellings(readings.slice(0, 4)) }
      const ways = several < 2 ? readings.slice(0, isPerson ? 3 : 2) : readings.slice(0, 1)
      if (ways.length > 1) several += 1
      return { isHan: true, ways: spellings(ways) }
    })
  })
}

function multiple(character: string): readonly string[] {
  return pinyin(character, { ...plain, multiple: true })
}

function letters(readings: readonly string[]): string[] {
  return [...new Set(readings.filter(reading => /^[a-z]+$/.test(reading)))]
}

function spellings(readings: readonly string[]): readonly string[] {
  return [...new Set(readings.flatMap(one => [one, one.replace('v', 'u'), one.replace('v', 'yu')]))]
}

/** The traditional characters that the tests use. */
const traditional: Readonly<Record<string, string>> = { 張: '张', 偉: '伟', 單: '单', 長: '长', 樂: '乐', 呂: '吕', 華: '华' }

export function simplified(text: string): string {
  return Array.from(text, character => traditional[character] ?? character).join('')
}
