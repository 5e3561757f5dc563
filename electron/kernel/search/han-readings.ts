import { pinyin } from 'pinyin-pro'
import { rareSurname } from './surname-syllables.ts'

const memoLimit = 20_000
const inContext = new Map<string, readonly string[]>()
const byCharacter = new Map<string, readonly string[]>()

/**
 * Toned readings (`v` for ü) of a run of simplified characters, one for each, as its words ask for, and where it begins
 * with a surname as that is read. A character without a reading stands for itself.
 */
export function contextReadings(run: string, surname: 'head' | 'off'): readonly string[] {
  const key = surname === 'head' ? `^${run}` : run
  const known = inContext.get(key)
  if (known !== undefined) return known
  if (inContext.size >= memoLimit) inContext.clear()
  const read = pinyin(run, { surname, type: 'array', toneType: 'num', v: true })
  const rare = surname === 'head' ? rareSurname(run) : []
  const readings = [...rare, ...read.slice(rare.length)]
  inContext.set(key, readings)
  return readings
}

/** Every toned reading of a character by itself, the usual one first; [] for one without. */
export function allReadings(character: string): readonly string[] {
  const known = byCharacter.get(character)
  if (known !== undefined) return known
  if (byCharacter.size >= memoLimit) byCharacter.clear()
  const read = pinyin(character, { multiple: true, type: 'array', toneType: 'num', v: true })
  const readings = [...new Set(read)].filter(isReading)
  byCharacter.set(character, readings)
  return readings
}

export function isReading(text: string): boolean {
  return /^[a-z]+\d?$/.test(text)
}
