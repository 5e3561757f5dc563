import { expect, test } from 'vitest'
import type { ReadText } from '../../../../electron/kernel/search/read-units.ts'
import { cutTerm, readingsOf } from '../../../../electron/kernel/search/reading-tokens.ts'

const person = (text: string, surname = ''): ReadText => ({ text, kind: 'person', surname })
const title = (text: string): ReadText => ({ text, kind: 'title', surname: '' })

test('readingsOf mixes full readings and initials from each character on when a name is short', () => {
  expect(readingsOf(person('张三丰'))).toEqual({
    whole: ['zhangsanfeng'],
    initials: ['zsf'],
    parts: ['zhangsanfeng', 'zhangsfeng', 'zsanfeng', 'zsfeng', 'sanfeng', 'sfeng', 'feng'],
  })
})

test('readingsOf has readings in full and initials only when a name is long', () => {
  const { parts } = readingsOf(person('欧阳三丰子'))

  expect(parts).toContain('ouyangsanfengzi')
  expect(parts).toContain('oysfz')
  expect(parts).not.toContain('ouyangsfz')
})

test.each([
  ['单雄信', 'shanxiongxin', 'danxiongxin'],
  ['尉迟恭', 'yuchigong', 'weichigong'],
  ['万俟雅', 'moqiya', 'wansiya'],
  ['单于浩', 'chanyuhao', 'danyuhao'],
  ['單雄信', 'shanxiongxin', 'danxiongxin'],
])('readingsOf has the surname reading of %s first and the common one too', (name, surname, common) => {
  const { whole } = readingsOf(person(name))

  expect(whole[0]).toBe(surname)
  expect(whole).toContain(common)
})

test('readingsOf begins with the reading that was typed for the surname', () => {
  const { whole, initials } = readingsOf(person('区明', 'Au'))

  expect(whole).toEqual(['auming', 'ouming', 'quming'])
  expect(initials).toEqual(['am', 'om', 'qm'])
})

test('readingsOf writes ü as v, u and yu', () => {
  expect(readingsOf(person('吕')).whole).toEqual(['lv', 'lu', 'lyu'])
})

test.each([
  ['重庆茶庄', 'chongqing'],
  ['重庆茶庄', 'zhongqing'],
  ['银行', 'yinhang'],
  ['长乐', 'changle'],
  ['长乐', 'changyue'],
  ['長樂', 'changyue'],
  ['乾元', 'qianyuan'],
])('readingsOf reads the title %s as %s', (text, reading) => {
  expect(readingsOf(title(text)).parts.some(part => part.startsWith(reading))).toBe(true)
})

test('readingsOf keeps 24 letters of a long reading, which a longer word typed is cut to', () => {
  const { parts } = readingsOf(title('春风茶庄有限公司'))

  expect(parts.every(part => part.length <= 25)).toBe(true)
  expect(parts).toContain(cutTerm('chunfengchazhuangyouxiangongsi'))
  expect(cutTerm('chunfeng')).toBeNull()
})

test('readingsOf reads words of letters as they are between characters', () => {
  expect(readingsOf(person('张Wei')).parts).toEqual(['zhangwei', 'zwei'])
  expect(readingsOf(person('Ann Lee'))).toEqual({ whole: [], initials: [], parts: [] })
})

test('readingsOf begins with the word before a character too', () => {
  const { parts } = readingsOf(title('VIP客户'))

  for (const typed of ['vipkehu', 'vipkhu', 'kehu']) expect(parts).toContain(typed)
})

test('readingsOf stops at a character without a reading', () => {
  expect(readingsOf(person('李\ue000明'))).toEqual({ whole: [], initials: [], parts: ['li', 'ming'] })
})

test.each([
  ['吕率绿旅虑驴律女缕滤'.repeat(20), ''],
  ['吕率绿旅虑驴律女缕滤'.repeat(20), 'lv '.repeat(13)],
  ['曾单解重长乐行朝都会'.repeat(20), 'a b c d e f g h i j k l m n o p q r s t'],
  ['单'.repeat(200), ''],
])('readingsOf stays small when a text of 200 characters has many ways to be read, %#', (text, surname) => {
  for (const read of [person(text, surname), title(text)]) {
    const { whole, initials, parts } = readingsOf(read)

    expect(whole.length + initials.length + parts.length).toBeLessThan(3000)
  }
})

test('readingsOf spells the first characters with ü in every way', () => {
  const { whole } = readingsOf(person('吕绿女绿'))

  expect(whole).toContain('lvlvnvlv')
  expect(whole).toContain('lulunulv')
  expect(whole).not.toContain('lulunulu')
})
