import { expect, test } from 'vitest'
import { pinyinPart } from '../../../../renderer/features/find/pinyin-mark.ts'

const marked = (name: string, typed: string) => {
  const part = pinyinPart(name, typed)
  return part === null ? null : Array.from(name).slice(part.from, part.to).join('')
}

test('initials, full pinyin and both mixed stand for characters', () => {
  expect(marked('张示例', 'zsl')).toBe('张示例')
  expect(marked('张示例', 'zhangsh')).toBe('张示')
  expect(marked('张示例', 'zhshili')).toBe('张示例')
  expect(marked('欧阳样本', 'yangyb')).toBe('阳样本')
  expect(marked('西安茶行', "xi'an")).toBe('西安')
  expect(marked('先生', 'xian')).toBe('先')
})

test('surnames with a reading of their own are known by it and by the common one', () => {
  const both = (name: string, ...typed: readonly string[]) => typed.map(one => marked(name, one))

  expect(both('单雄信', 'shan', 'sxx', 'dan')).toEqual(['单', '单雄信', '单'])
  expect(both('曾国藩', 'zeng', 'ceng')).toEqual(['曾', '曾'])
  expect(both('仇英', 'qiuy', 'chou')).toEqual(['仇英', '仇'])
  expect(both('长乐茶行', 'changle', 'clchh')).toEqual(['长乐', '长乐茶行'])
})

test('nothing is marked when the letters do not fit the usual readings', () => {
  expect(marked('张示例', 'wang')).toBeNull()
  expect(marked('Sample', 'sam')).toBeNull()
  expect(marked('张示例', '1234')).toBeNull()
})

test('every letter that a reading can begin with is known', () => {
  const characters = Array.from('安白陈丁娥方高韩江孔李马牛欧潘齐任孙唐王徐杨张')

  expect(
    characters.map(one =>
      Array.from('abcdefghjklmnopqrstwxyz')
        .filter(letter => marked(one, letter) !== null)
        .join(''),
    ),
  ).toEqual(Array.from('abcdefghjklmnopqrstwxyz'))
})
