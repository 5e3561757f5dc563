import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compactText, foldText, pairsOf, runsOf } from '../../../../electron/kernel/search/folding.ts'

test.each([
  ['ＺＨＡＮＧ　１３８', 'zhang 138'],
  ['École Zürich Ångström', 'ecole zurich angstrom'],
  ['İstanbul Straße Łódź', 'istanbul strasse lodz'],
  ['㈱カケハシ ｶﾞ', '(株)カケハシ ガ'],
  ['138\u202d0013\u200b8000', '13800138000'],
  ['李\u0000明\u001f', '李 明 '],
  ['葛\u{e0100}城', '葛城'],
  ['\ud800x', '\ufffdx'],
  ['張偉 說説 裏裡 衞', '张伟 说说 里里 卫'],
])('foldText makes %j into %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('foldText changes nothing when it is done twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { numRuns: 2000, seed: 7 },
  )
})

test('foldText leaves no character that the index keeps for itself', () => {
  expect(foldText('\ufdd0a\ufdd1b')).toBe(' a b')
})

test('runsOf cuts between scripts and drops signs when a text is mixed', () => {
  expect(runsOf(foldText('张三 (Zhang-San) 138号, o’brien🎂'))).toEqual([
    { kind: 'dense', text: '张三' },
    { kind: 'word', text: 'zhang' },
    { kind: 'word', text: 'san' },
    { kind: 'word', text: '138' },
    { kind: 'dense', text: '号' },
    { kind: 'word', text: 'o' },
    { kind: 'word', text: 'brien🎂' },
  ])
})

test('runsOf keeps rare characters together when some lie beyond the first plane or in private use', () => {
  expect(runsOf('𠮷野\ue000々')).toEqual([{ kind: 'dense', text: '𠮷野\ue000々' }])
})

test('compactText leaves out what separates', () => {
  expect(compactText('li, wei · 明')).toBe('liwei明')
})

test('pairsOf ends with the last character alone', () => {
  expect(pairsOf('李小𠮷')).toEqual(['李小', '小𠮷', '𠮷'])
})
