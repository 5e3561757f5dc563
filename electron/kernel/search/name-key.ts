import { foldText, runsOf } from './folding.ts'
import { allReadings, contextReadings } from './han-readings.ts'
import { type Syllable, typedSyllables } from './surname-syllables.ts'

/** Han before Latin before digits (glossary: Formats, sort). */
const rank = { han: '1', word: '2', digits: '3' } as const
const memoLimit = 20_000
const memo = new Map<string, string>()

/**
 * Orders names by their bytes: Han by pinyin and tone, a surname by its reading as a surname, or as a person typed it,
 * then Latin, then digits by their value. Names without anything to sort by come last.
 */
export function nameKey(name: string, kind: 'person' | 'organisation', surnameReading = ''): string {
  const memoKey = `${kind}\n${surnameReading}\n${name}`
  const known = memo.get(memoKey)
  if (known !== undefined) return known
  if (memo.size >= memoLimit) memo.clear()
  const typed = kind === 'person' && surnameReading !== '' ? typedSyllables(surnameReading) : []
  const key = makeKey(foldText(name), kind === 'person' ? 'head' : 'off', typed)
  memo.set(memoKey, key)
  return key
}

function makeKey(folded: string, surname: 'head' | 'off', typed: readonly Syllable[]): string {
  const parts = runsOf(folded).map((run, index) => {
    if (run.kind === 'word') return wordKey(run.text)
    return index === 0 ? hanKey(run.text, surname, typed) : hanKey(run.text, 'off', [])
  })
  return parts.length === 0 ? '9' : parts.join('')
}

/** Reading, then the character itself, so that one surname stands together: all of one 张, then the next. */
function hanKey(run: string, surname: 'head' | 'off', typed: readonly Syllable[]): string {
  const readings = contextReadings(run, surname)
  return Array.from(run, (character, index) => {
    const syllable = typed[index]
    const reading = syllable === undefined ? readings[index] : toned(syllable, character)
    return `${rank.han}${reading ?? ''}${character}`
  }).join('')
}

/** A tone that was not typed is that of the character's reading with these letters. */
function toned({ letters, tone }: Syllable, character: string): string {
  if (tone !== '') return letters + tone
  return allReadings(character).find(reading => reading.replace(/\d/, '') === letters) ?? letters
}

function wordKey(word: string): string {
  return word.replace(/\d+|\D+/g, part => {
    const digits = /^\d/.test(part) ? part.replace(/^0+(?=\d)/, '') : null
    return digits === null ? rank.word + part : rank.digits + String(digits.length).padStart(3, '0') + digits
  })
}
