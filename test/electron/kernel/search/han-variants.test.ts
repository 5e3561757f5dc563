import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unifyVariants } from '../../../../electron/kernel/search/han-variants.ts'

test.each([
  ['張偉', '张伟'],
  ['說説说', '说说说'],
  ['衛衞卫', '卫卫卫'],
  ['裏裡里', '里里里'],
  ['臺檯颱枱台', '台台台台台'],
  ['發髮发', '发发发'],
  ['暱昵', '昵昵'],
  ['乾隆', '干隆'],
])('unifyVariants makes %s into %s', (text, unified) => {
  expect(unifyVariants(text)).toBe(unified)
})

test.each(['著名', '什么', '李小明', 'abc 123', '𠮷野', ''])('unifyVariants leaves %j as it is', text => {
  expect(unifyVariants(text)).toBe(text)
})

test('unifyVariants keeps the number of characters and changes nothing when it is done twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
      const unified = unifyVariants(text)

      expect(Array.from(unified)).toHaveLength(Array.from(text).length)
      expect(unifyVariants(unified)).toBe(unified)
    }),
    { numRuns: 2000, seed: 7 },
  )
})
