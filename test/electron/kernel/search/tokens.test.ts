import { expect, test } from 'vitest'
import {
  initialsMark,
  nameMark,
  nameTokens,
  numberEndMark,
  numberMark,
  numberTokens,
  phoneMark,
  phoneTokens,
  textTokens,
} from '../../../../electron/kernel/search/tokens.ts'

test('textTokens gives pairs of Han characters, the last one alone, and words', () => {
  expect(textTokens('李小明 vip 2号')).toEqual(['李小', '小明', '明', 'vip', '2', '号'])
})

test('textTokens cuts a word longer than anyone can type', () => {
  expect(textTokens('x'.repeat(500))).toEqual(['x'.repeat(200)])
})

test('nameTokens mark the whole name as written, as read and by its initials', () => {
  const tokens = nameTokens({ text: '张三', kind: 'person', surname: '' })

  expect(tokens).toEqual([`${nameMark}张三`, `${nameMark}zhangsan`, `${initialsMark}zs`])
})

test('nameTokens are of the writing alone when nothing is Han, and none when it has neither letters nor digits', () => {
  expect(nameTokens({ text: 'Li, Wei', kind: 'person', surname: '' })).toEqual([`${nameMark}liwei`])
  expect(nameTokens({ text: '%%', kind: 'person', surname: '' })).toEqual([])
})

test('numberTokens hold the number without signs and every end of its digits of three or more', () => {
  const ends = ['0042', '042'].map(end => numberEndMark + end)

  expect(numberTokens('M-0042')).toEqual([`${numberMark}m0042`, ...ends])
  expect(numberTokens('-')).toEqual([])
})

test('phoneTokens holds every end of three digits or more', () => {
  expect(phoneTokens('55512')).toEqual(['55512', '5512', '512'].map(tail => phoneMark + tail))
  expect(phoneTokens('12')).toEqual([])
})
