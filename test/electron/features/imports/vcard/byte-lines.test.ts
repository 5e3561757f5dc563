import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineSplitter } from '../../../../../electron/features/imports/vcard/byte-lines.ts'

function split(pieces: readonly string[], limit = 1_000): string[] {
  const splitter = new LineSplitter(limit)
  const lines = [...pieces.flatMap(piece => splitter.push(Buffer.from(piece))), ...splitter.end()]
  return lines.map(line => `${String(line.number)}${line.cut ? '!' : ':'}${line.bytes.toString()}`)
}

describe('LineSplitter', () => {
  test.each([
    ['a\nb', ['1:a', '2:b']],
    ['a\r\nb\r\n', ['1:a', '2:b']],
    ['a\rb\r', ['1:a', '2:b']],
    ['a\r\r\nb\r\r\n', ['1:a', '2:b']],
    ['a\n\nb', ['1:a', '2:', '3:b']],
    ['a\r\rb', ['1:a', '2:', '3:b']],
    ['a\r\n\r\nb', ['1:a', '2:', '3:b']],
    ['a\r\r\n\r\r\nb', ['1:a', '2:', '3:b']],
    ['', []],
  ])('finds the lines of %j', (text, lines) => {
    expect(split([text])).toEqual(lines)
  })

  test('keeps the beginning of a line that is too long', () => {
    expect(split(['abc', 'defgh', 'ij\nkl'], 4)).toEqual(['1!abcd', '2:kl'])
  })

  test('finds the same lines wherever the pieces end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n', '\r\r\n'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 5 })), (whole, sizes) => {
        const pieces: string[] = []
        let rest = whole
        for (const size of sizes) {
          pieces.push(rest.slice(0, size))
          rest = rest.slice(size)
        }

        expect(split([...pieces, rest])).toEqual(split([whole]))
      }),
    )
  })
})
