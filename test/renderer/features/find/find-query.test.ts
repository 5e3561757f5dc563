import { expect, test } from 'vitest'
import { isNumberText, readQuery } from '../../../../renderer/features/find/find-query.ts'

test('the first sign says what is looked for, in half and in full width', () => {
  expect(readQuery('> lock', false)).toEqual({ mode: 'commands', query: 'lock' })
  expect(readQuery('》锁定', false)).toEqual({ mode: 'commands', query: '锁定' })
  expect(readQuery('＞', false)).toEqual({ mode: 'commands', query: '' })
  expect(readQuery(' #1234', false)).toEqual({ mode: 'numbers', query: '1234' })
  expect(readQuery('＃ M0004', false)).toEqual({ mode: 'numbers', query: 'M0004' })
  expect(readQuery('@样本', false)).toEqual({ mode: 'staff', query: '样本' })
  expect(readQuery('＠', false)).toEqual({ mode: 'staff', query: '' })
  expect(readQuery('王 > 李', false)).toEqual({ mode: 'all', query: '王 > 李' })
})

test('text that an input method still composes is searched as pinyin', () => {
  expect(readQuery("li'shi li", true)).toEqual({ mode: 'all', query: 'lishili' })
  expect(readQuery("@li'shi", true)).toEqual({ mode: 'staff', query: 'lishi' })
  expect(readQuery('li shi', false)).toEqual({ mode: 'all', query: 'li shi' })
})

test('three digits and what people write between them are a number', () => {
  expect(['100', '+86 100-1234', '(020) 1234', '１２'].map(isNumberText)).toEqual([true, true, true, false])
  expect(['12', '7号店', 'M00123', ''].map(isNumberText)).toEqual([false, false, false, false])
})
