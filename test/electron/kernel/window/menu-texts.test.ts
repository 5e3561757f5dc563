import { expect, test } from 'vitest'
import { mainTexts } from '../../../../electron/kernel/window/menu-texts.ts'

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

test.each(['zh-CN', 'en'] as const)('no text of %s is empty, shouts or uses a word that the glossary forbids', locale => {
  const all = texts(mainTexts(locale))

  expect(all.length).toBeGreaterThan(40)
  expect(all.filter(text => text.trim() === '' || /[!！]|失败|用户|登录|其它|撤消/.test(text))).toEqual([])
})

test('the reference of a bug is shown', () => {
  expect(mainTexts('zh-CN').bug.detail('1a2b3c4d')).toContain('1a2b3c4d')
  expect(mainTexts('en').bug.detail('1a2b3c4d')).toContain('1a2b3c4d')
})
