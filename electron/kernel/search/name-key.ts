import { pinyin } from 'pinyin-pro'
import { foldText, runsOf } from './folding.ts'

/** Han before Latin before digits (glossary: Formats, sort). */
const rank = { han: '1', word: '2', digits: '3' } as const
const memoLimit = 20_000
const memo = new Map<string, string>()

/**
 * Orders names by their bytes: Han by pinyin and tone, a surname by its reading as a surname, then Latin, then
 * digits by their value. Names without anything to sort by come last.
 */
export function nameKey(name: string, kind: 'person' | 'organisation'): string {
  const memoKey = `${kind}\n${name}`
  const known = memo.get(memoKey)
  if (known !== undefined) return known
  if (memo.size >= memoLimit) memo.clear()
  const key = makeKey(foldText(name), kind === 'person' ? 'head' : 'off')
  memo.set(memoKey, key)
  return key
}

function makeKey(folded: string, surname: 'head' | 'off'): string {
  const parts = runsOf(folded).map((run, index) =>
    run.kind === 'dense' ? hanKey(run.text, index === 0 ? surname : 'off') : wordKey(run.text),
  )
  return parts.length === 0 ? '9' : parts.join('')
}

/** Reading, then the character itself, so that one surname stands together: all of one 张, then the next. */
function hanKey(run: string, surname: 'head' | 'off'): string {
  const characters = Array.from(run)
  const readings = pinyin(run, { surname, type: 'array', toneType: 'num', v: true })
  return characters.map((character, index) => `${rank.han}${readings[index] ?? ''}${character}`).join('')
}

function wordKey(word: string): string {
  return word.replace(/\d+|\D+/g, part => {
    const digits = /^\d/.test(part) ? part.replace(/^0+(?=\d)/, '') : null
    return digits === null ? rank.word + part : rank.digits + String(digits.length).padStart(3, '0') + digits
  })
}
