import { describe, expect, test } from 'vitest'
import {
  cleanText,
  decodeQuotedParts,
  decodeQuotedPrintable,
  splitEscaped,
  unescapeText,
} from '../../../../../electron/features/imports/vcard/value-text.ts'

describe('quoted-printable', () => {
  test.each([
    ['=E5=BC=A0', '张'],
    ['=e5=bc=a0', '张'],
    ['100=25 =', '100% ='],
    ['a=ZZ', 'a=ZZ'],
  ])('%s is %s', (coded, text) => {
    expect(decodeQuotedPrintable(Buffer.from(coded)).toString()).toBe(text)
  })

  test.each([
    ['a=3Bb;c', 'a\\;b;c'],
    ['a=5C=3Bb;c', 'a\\;b;c'],
    ['a\\=3Bb;c', 'a\\;b;c'],
    ['a=3Bb', 'a;b'],
  ])('in parts %s is %s', (coded, text) => {
    expect(decodeQuotedParts(Buffer.from(coded), false).toString()).toBe(text)
  })

  test('a second byte that looks like a backslash escapes nothing', () => {
    expect(decodeQuotedParts(Buffer.from('=D5=5C=3B;x'), true).toString('latin1')).toBe('\u00D5\\\\;;x')
  })
})

describe('escapes', () => {
  test.each([
    ['a\\nb\\Nc', '3.0', 'a\nb\nc'],
    ['a\\,b\\;c\\\\d', '3.0', 'a,b;c\\d'],
    ['http\\://x', '3.0', 'http://x'],
    ['\\"q\\"', '3.0', '"q"'],
    ['C\\new', '4.0', 'C\new'],
    ['C:\\new\\file', '2.1', 'C:\\new\\file'],
    ['one\\ntwo', '2.1', 'one\ntwo'],
    ['\\z', '3.0', '\\z'],
  ])('%j of version %s is %j', (written, version, text) => {
    expect(unescapeText(written, version)).toBe(text)
  })

  test('an escaped separator separates nothing', () => {
    expect(splitEscaped('a\\;b;c\\\\;d', ';')).toEqual(['a\\;b', 'c\\\\', 'd'])
  })
})

test('text for people has no control or direction marks and plain spaces', () => {
  expect(cleanText('\u202D100\u00A01234\u202C\u0000\r\nx\u2028y\uD800 ')).toBe('100 1234\nx\ny\uFFFD')
})
