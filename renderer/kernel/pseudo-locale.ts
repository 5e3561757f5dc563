import type { PostProcessorModule } from 'i18next'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const marked = 'áƀçðéƒĝĥíĵķĺɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ'
const accents = new Map(Array.from(plain).map((letter, index) => [letter, Array.from(marked)[index] ?? letter]))
const growth = 0.6

/** The text with accents, in brackets, and 1.6 times as long: what stays plain on screen is not translated. */
export function toPseudo(text: string): string {
  const changed = Array.from(text)
    .map(letter => accents.get(letter) ?? letter)
    .join('')
  const missing = Math.ceil(text.length * growth)
  const padding = /\p{Script=Han}/u.test(text) ? '长'.repeat(missing) : 'one two three four five six seven '.repeat(9)
  return `[${changed} ${padding.slice(0, missing)}]`
}

export const pseudoProcessor: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: value => toPseudo(value),
}
