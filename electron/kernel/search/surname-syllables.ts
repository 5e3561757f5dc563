/** Readings as surnames that the pinyin library does not know, with their tones. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  单于: ['chan2', 'yu2'],
  重: ['chong2'],
  种: ['chong2'],
  秘: ['bi4'],
  佴: ['nai4'],
  藏: ['zang1'],
  扎: ['za1'],
  不: ['fou3'],
  浣: ['wan3'],
  贠: ['yun4'],
  么: ['yao1'],
}

/** The toned reading of the surname that this name begins with, one for each of its characters; [] for all others. */
export function rareSurname(name: string): readonly string[] {
  const [first = '', second = ''] = name
  return surnames[first + second] ?? surnames[first] ?? []
}

export interface Syllable {
  /** With `v` for ü. */
  readonly letters: string
  /** `1` to `4`, `0` neutral, '' where it was not written. */
  readonly tone: string
}

const tones: Readonly<Record<string, string>> = { '\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4' }
/** Two syllables written as one word: the second one begins with a consonant. */
const twoSyllables = /^((?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]+(?:ng|n|r)?)((?:[zcs]h|[b-df-hj-np-tw-z])[aeiouv]+(?:ng|n|r)?)$/

/** What a person typed as the reading of a surname: `shàn`, `Shan4`, `yu chi`, `lǚ`, `yuchi` for two characters. */
export function typedSyllables(text: string): readonly Syllable[] {
  const decomposed = text.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll('u:', 'u\u0308')
  return decomposed.split(/[^\p{Letter}\p{Mark}0-5]+/u).flatMap(readSyllables)
}

/** Marks are in canonical order: the dots of ü stand before its tone. */
function readSyllables(part: string): readonly Syllable[] {
  const letters = part.replaceAll('u\u0308', 'v').replace(/[^a-z]/g, '')
  if (letters === '') return []
  const [, first, second] = twoSyllables.exec(letters) ?? []
  if (first !== undefined && second !== undefined) return [first, second].map(syllable => ({ letters: syllable, tone: '' }))
  const digit = /[0-5]/.exec(part)?.[0].replace('5', '0')
  const mark = Array.from(part).find(character => character in tones) ?? ''
  return [{ letters, tone: digit ?? tones[mark] ?? '' }]
}
