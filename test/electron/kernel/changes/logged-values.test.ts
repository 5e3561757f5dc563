import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeValues, encodeValues, sameValue } from '../../../../electron/kernel/changes/logged-values.ts'

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true }).map(number => (number === 0 ? 0 : number)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constant(null),
  fc.uint8Array(),
)

test('values read back as they were when they go through the JSON of the log', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), values => {
      const read = decodeValues(encodeValues(values))

      expect(Object.keys(read).toSorted()).toEqual(Object.keys(values).toSorted())
      for (const [column, one] of Object.entries(values)) expect(sameValue(read[column] ?? null, one)).toBe(true)
    }),
  )
})

test('bytes of a Buffer are written as base64, not as a list of numbers', () => {
  expect(encodeValues({ photo: Buffer.from([1, 2]) })).toBe('{"photo":{"b":"AQI="}}')
})

test('values differ when type or content differ', () => {
  expect(sameValue('1', 1)).toBe(false)
  expect(sameValue(null, 0)).toBe(false)
  expect(sameValue(null, 0n)).toBe(false)
  expect(sameValue(Buffer.from('a'), Buffer.from('b'))).toBe(false)
  expect(sameValue(Buffer.from('a'), new Uint8Array([97]))).toBe(true)
  expect(sameValue(5n, 5)).toBe(true)
})
