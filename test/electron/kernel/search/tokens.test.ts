import { expect, test } from 'vitest'
import { nameMark, nameToken, phoneMark, phoneTokens, textTokens } from '../../../../electron/kernel/search/tokens.ts'

test('textTokens gives pairs of Han characters, the last one alone, and words', () => {
  expect(textTokens('李小明 vip 2号')).toEqual(['李小', '小明', '明', 'vip', '2', '号'])
})

test('textTokens cuts a word longer than anyone can type', () => {
  expect(textTokens('x'.repeat(500))).toEqual(['x'.repeat(200)])
})

test('nameToken marks the whole name, and nothing when it has neither letters nor digits', () => {
  expect(nameToken('Li, Wei')).toEqual([`${nameMark}liwei`])
  expect(nameToken('%%')).toEqual([])
})

test('phoneTokens holds every end of three digits or more', () => {
  expect(phoneTokens('55512')).toEqual(['55512', '5512', '512'].map(tail => phoneMark + tail))
  expect(phoneTokens('12')).toEqual([])
})
