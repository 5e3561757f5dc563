import { expect, test } from 'vitest'
import { nameKey } from '../../../../electron/kernel/search/name-key.ts'

function sorted(names: readonly string[], kind: 'person' | 'organisation' = 'person'): string[] {
  return names.toSorted((a, b) => Buffer.compare(Buffer.from(nameKey(a, kind)), Buffer.from(nameKey(b, kind))))
}

test('nameKey sorts by pinyin, then Latin, then digits, then what has none', () => {
  const order = ['阿里', '安利', '昂立', '李明', '李a', '张三', '张一', '章二', 'Ann Lee', 'Anna', '2号', '12号', '%%']

  expect(sorted(order.toReversed())).toEqual(order)
})

test('nameKey reads a surname as a surname when it has several readings', () => {
  expect(sorted(['单雄信', '曾国', '仇英', '尉迟恭', '万里'])).toEqual(['仇英', '单雄信', '万里', '尉迟恭', '曾国'])
})

test('nameKey reads no surname when it is an organisation', () => {
  expect(nameKey('单位', 'organisation')).toContain('dan')
  expect(nameKey('单雄信', 'person')).toContain('shan')
})

test('nameKey takes case, width and accents as one', () => {
  expect(nameKey('ＺＯË', 'person')).toBe(nameKey('zoe', 'person'))
})

test('nameKey reads the surname as a person typed it, with the tone that belongs to it', () => {
  expect(nameKey('单雄信', 'person', 'chan')).toContain('chan2单')
  expect(nameKey('单雄信', 'person', 'Dān')).toContain('dan1单')
  expect(nameKey('尉迟恭', 'person', 'wei chi')).toMatch(/wei4尉.chi2迟/)
  expect(nameKey('单位', 'organisation', 'shan')).toBe(nameKey('单位', 'organisation'))
})

test('nameKey puts traditional and simplified names together', () => {
  expect(nameKey('張偉', 'person')).toBe(nameKey('张伟', 'person'))
})
