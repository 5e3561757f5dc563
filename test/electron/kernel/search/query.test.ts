import { expect, test } from 'vitest'
import { matchExpressions, parseQuery } from '../../../../electron/kernel/search/query.ts'
import { cutTerm } from '../../../../electron/kernel/search/reading-tokens.ts'
import { initialsMark, nameMark, numberEndMark, numberMark, phoneMark } from '../../../../electron/kernel/search/tokens.ts'

test.each(['', '   ', '\u0000', '\u200b\ufeff'])('parseQuery answers null when %j is typed', text => {
  expect(parseQuery(text)).toBeNull()
})

test('parseQuery asks for a prefix when one Han character is typed', () => {
  const query = parseQuery('李')

  expect(query?.contains).toEqual([])
  expect(query && matchExpressions(query).rest).toBe(`"李"*`)
})

test('parseQuery asks for every pair and for the whole when more are typed', () => {
  const query = parseQuery('李小明')

  expect(query?.contains).toEqual(['李小明'])
  expect(query && matchExpressions(query).rest).toBe(`("李小" AND "小明")`)
})

test.each(['+86 138-0013 8000', '138 0013 8000', '138－0013－8000', '(138) 0013.8000'])(
  'parseQuery reads %j as one number',
  text => {
    expect(parseQuery(text)?.terms).toMatchObject([{ kind: 'digits', phone: '13800138000' }])
  },
)

test('parseQuery looks for the end of a number first when four digits or more are typed', () => {
  expect(parseQuery('5678')?.tail).toBe('5678')
  expect(parseQuery('567')?.tail).toBeNull()
  expect(parseQuery('王 5678')?.tail).toBeNull()
})

test('parseQuery leaves digits inside a word alone', () => {
  expect(parseQuery('wxid138a')?.terms).toEqual([{ kind: 'word', text: 'wxid138a' }])
})

test('parseQuery takes FTS words and signs as text', () => {
  expect(parseQuery('"a" OR b* NEAR(c) ^d:e -f')?.terms).toEqual(
    ['a', 'or', 'b', 'near', 'c', 'd', 'e', 'f'].map(text => ({ kind: 'word', text })),
  )
})

test('parseQuery looks for the signs themselves when nothing else is typed', () => {
  const query = parseQuery(' % "" ')

  expect(query).toEqual({ scope: 'all', terms: [], name: '', tail: null, contains: ['%', '""'] })
  expect(query && matchExpressions(query)).toEqual({ tail: null, exactName: null, namePrefix: null, rest: null })
})

test('matchExpressions gives every rank that digits can have', () => {
  const query = parseQuery('8000')
  const ends = `"${phoneMark}8000"* OR "${numberEndMark}8000"*`

  expect(query && matchExpressions(query)).toEqual({
    tail: `"${phoneMark}8000"`,
    exactName: `("${nameMark}8000" OR "${numberMark}8000")`,
    namePrefix: `"${nameMark}8000"*`,
    rest: `(("8000"* OR ${ends}) OR "${numberMark}8000"*)`,
  })
})

test('matchExpressions looks for initials of whole names when letters are typed', () => {
  const query = parseQuery('zsf')

  expect(query && matchExpressions(query).namePrefix).toContain(`"${initialsMark}zsf"*`)
})

test('matchExpressions looks for the cut reading too when more is typed than readings keep', () => {
  const typed = 'chunfengchazhuangyouxiangongsi'
  const query = parseQuery(typed)

  expect(query && matchExpressions(query).rest).toContain(`("${typed}"* OR "${cutTerm(typed)}")`)
})

test('matchExpressions looks among numbers only when they are asked for', () => {
  const query = parseQuery('M-0042', 'numbers')

  expect(query && matchExpressions(query)).toEqual({
    tail: null,
    exactName: `"${numberMark}m0042"`,
    namePrefix: null,
    rest: `"${numberMark}m0042"*`,
  })
})
