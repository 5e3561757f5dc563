import { expect, test } from 'vitest'
import { toPseudo } from '../../../renderer/kernel/pseudo-locale.ts'

test('pseudo words are accented and 1.6 times as long', () => {
  const words = toPseudo('Save')

  expect(words).toMatch(/^\[Šáṽé /u)
  expect(words.length).toBeGreaterThanOrEqual(Math.ceil('Save'.length * 1.6))
})

test('Han text grows by Han signs, so that line breaking stays as it is', () => {
  expect(toPseudo('保存客户')).toBe('[保存客户 长长长]')
})
