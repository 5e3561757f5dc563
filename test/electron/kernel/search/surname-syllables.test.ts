import { expect, test } from 'vitest'
import { rareSurname, typedSyllables } from '../../../../electron/kernel/search/surname-syllables.ts'

test.each([
  ['shàn', [{ letters: 'shan', tone: '4' }]],
  ['Shan4', [{ letters: 'shan', tone: '4' }]],
  ['lǚ', [{ letters: 'lv', tone: '3' }]],
  ['lu:3', [{ letters: 'lv', tone: '3' }]],
  ['Au', [{ letters: 'au', tone: '' }]],
  [
    'yù chí',
    [
      { letters: 'yu', tone: '4' },
      { letters: 'chi', tone: '2' },
    ],
  ],
  [
    'zhangsun',
    [
      { letters: 'zhang', tone: '' },
      { letters: 'sun', tone: '' },
    ],
  ],
  ['xian', [{ letters: 'xian', tone: '' }]],
  ['', []],
  ['*李', []],
])('typedSyllables reads %j as it was meant', (typed, syllables) => {
  expect(typedSyllables(typed)).toEqual(syllables)
})

test('rareSurname answers a reading only for names that begin with a surname that the library lacks', () => {
  expect(rareSurname('单于浩')).toEqual(['chan2', 'yu2'])
  expect(rareSurname('种师道')).toEqual(['chong2'])
  expect(rareSurname('李明')).toEqual([])
})
