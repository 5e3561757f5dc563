import { foldWriting, runsOf } from './folding.ts'
import { allReadings, contextReadings, isReading } from './han-readings.ts'
import { unifyVariants } from './han-variants.ts'
import { typedSyllables } from './surname-syllables.ts'

/** A text that is found by how it is read. `title`: of a company, a tag; `surname`: typed by a person, '' for the usual one. */
export interface ReadText {
  readonly text: string
  readonly kind: 'person' | 'title'
  readonly surname: string
}

/** A character of a text with the letters of its readings, the likeliest first, or else a word of letters and digits. */
export interface ReadUnit {
  readonly isHan: boolean
  readonly forms: readonly string[]
}

const surnameForms = 4
/** Characters that have so many: as long as surnames are, however much was typed as the reading of one. */
const surnameLength = 2
const nameForms = 3
const titleForms = 2
/** Characters read in several ways, past the surname: each more multiplies what is indexed. */
const variedAtMost = 2
/** Characters with ü that are found in all its spellings; the others as `v`. */
const spelledAtMost = 3

/** Characters that shops' and companies' names have with readings of different letters, both of them common. */
const polyphones: ReadonlySet<string> = new Set(
  '重长乐行朝都会盛调藏传单厦曾朴柏仇参差还系角觉解降校卡壳率绿落露没泊铺奇强茄塞杉省熟似宿提巷削血叶约择粘折种幢番阿秘泌扁便薄剥禅澄乘畜佛葛贾茜咀龟勒陆模牟娜弄区圈纤圩堡咖拓尾洗钥熨晟查爪琢六尉',
)

/** What of a text is read, in order, whatever signs stand between; [] where nothing of it is Han. */
export function unitsOf(read: ReadText): readonly ReadUnit[] {
  const runs = runsOf(foldWriting(read.text))
  if (!runs.some(run => run.kind === 'dense')) return []
  const choice: Choice = { varied: 0, spelled: 0 }
  return runs.flatMap((run, index) =>
    run.kind === 'word' ? [{ isHan: false, forms: [run.text] }] : hanUnits(run.text, index === 0, read, choice),
  )
}

/** How many characters were given several readings or spellings so far. */
interface Choice {
  varied: number
  spelled: number
}

function hanUnits(run: string, isFirst: boolean, { kind, surname }: ReadText, choice: Choice): readonly ReadUnit[] {
  const isName = kind === 'person' && isFirst
  const simple = unifyVariants(run)
  const context = contextReadings(simple, isName ? 'head' : 'off')
  const typed = isName ? typedSyllables(surname) : []
  const simpleCharacters = Array.from(simple)
  return Array.from(run, (written, index) => {
    const character = simpleCharacters[index] ?? written
    const usual = isReading(context[index] ?? '') ? [context[index] ?? ''] : []
    const isVaried = kind === 'person' || polyphones.has(character)
    const others = isVaried ? allReadings(character) : allReadings(character).slice(0, 1)
    const asWritten = character === written ? [] : allReadings(written)
    const readings = lettersOf([typed[index]?.letters ?? '', ...usual, ...others, ...asWritten])
    const isSurname = isName && (index === 0 || index < Math.min(typed.length, surnameLength))
    if (isSurname) return { isHan: true, forms: spelled(readings.slice(0, surnameForms), choice) }
    const forms =
      choice.varied < variedAtMost ? readings.slice(0, kind === 'person' ? nameForms : titleForms) : readings.slice(0, 1)
    if (forms.length > 1) choice.varied += 1
    return { isHan: true, forms: spelled(forms, choice) }
  })
}

function lettersOf(toned: readonly string[]): readonly string[] {
  return [...new Set(toned.map(reading => reading.replace(/\d/, '')).filter(reading => reading !== ''))]
}

/** ü is typed as v, u or yu. */
function spelled(readings: readonly string[], choice: Choice): readonly string[] {
  if (choice.spelled >= spelledAtMost || !readings.some(reading => reading.includes('v'))) return readings
  choice.spelled += 1
  const spellings = readings.flatMap(reading => [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')])
  return [...new Set(spellings)]
}
