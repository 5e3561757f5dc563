import { expect, test } from 'vitest'
import { markMatches } from '../../../renderer/ui/highlight.tsx'

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map(part => (part.hit ? `<${part.text}>` : part.text))
    .join('')

test('what equals the query is marked, whatever its case', () => {
  expect(marked('Sample Ann, ann', 'ANN')).toBe('Sample <Ann>, <ann>')
  expect(marked('示例客户', '例客')).toBe('示<例客>户')
})

test('digits are marked across the spaces and dashes of a number', () => {
  expect(marked('100 1234 5678', '3456')).toBe('100 12<34 56>78')
  expect(marked('100-1234-5678', '+5678')).toBe('100-1234-<5678>')
})

test('the words of a query are marked wherever they stand', () => {
  expect(marked('示例茶行 王样本', '王 茶行')).toBe('示例<茶行> <王>样本')
  expect(marked('Ann Lee', 'ann lee')).toBe('<Ann Lee>')
})

test('the code of the country does not matter', () => {
  expect(marked('100 1234 5678', '+86 100-1234-5678')).toBe('<100 1234 5678>')
})

test('signs that mean something in a pattern are plain text', () => {
  expect(marked('Half 50% (off)', '(off)')).toBe('Half 50% <(off)>')
  expect(marked('a.b', '.')).toBe('a<.>b')
})

test('nothing is marked without a query, and the text is never lost', () => {
  expect(marked('示例', '  ')).toBe('示例')
  expect(
    markMatches('aXbXc', 'x')
      .map(part => part.text)
      .join(''),
  ).toBe('aXbXc')
})
