import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWire, encodeWire } from './page/wire-codec.ts'

test('whatever structured clone keeps is kept', () => {
  const values = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: false,
    withNullPrototype: false,
  })

  fc.assert(
    fc.property(values, value => {
      expect(decodeWire(encodeWire(value))).toEqual(structuredClone(value))
    }),
  )
})

test('a value that holds itself is kept so', () => {
  const own: Record<string, unknown> = { list: [1] }
  own['self'] = own

  const back = decodeWire(encodeWire(own)) as typeof own // what was encoded

  expect(back['self']).toBe(back)
})

test('a key that names the prototype stays a mere key', () => {
  const sent: unknown = JSON.parse('{"__proto__":{"isOwner":true},"$":"date"}')

  const back = decodeWire(encodeWire(sent))

  expect(Object.keys(back as object)).toEqual(['__proto__', '$']) // an object was encoded
  expect(Reflect.get({}, 'isOwner')).toBe(undefined)
})

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
])('%s cannot be cloned', (_name, value) => {
  expect(() => encodeWire({ deep: [value] })).toThrow('could not be cloned')
})
