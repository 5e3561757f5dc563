import { expect, test } from 'vitest'
import {
  keyboardRuns,
  luckyNumbers,
  pinyinPhrases,
  pinyinSyllables,
  surnames,
} from '../../../../electron/kernel/vault/chinese-passwords.ts'
import { assertPasswordAccepted, guessPassword, isLongEnough } from '../../../../electron/kernel/vault/password-guess.ts'
import { codeOf } from './vault-bench.ts'

test('length is counted in characters, after composing', () => {
  expect(isLongEnough('掌'.repeat(10))).toBe(true)
  expect(isLongEnough('👍🏽'.repeat(4))).toBe(false)
  expect(isLongEnough('e\u0301'.repeat(9))).toBe(false)
  expect(isLongEnough('123456789')).toBe(false)
})

test('every phrase, number and keyboard run of our lists that is long enough is refused', async () => {
  const accepted: string[] = []
  for (const word of [...pinyinPhrases, ...luckyNumbers, ...keyboardRuns].filter(isLongEnough)) {
    if ((await guessPassword(word, [])).score >= 3) accepted.push(word)
  }

  expect(accepted).toEqual([])
})

test('surname, common word and lucky number together are still refused', async () => {
  for (const password of ['zhangsan88', 'wangwei888888', 'woaini5201314', 'laoban168168', 'kehu123456', 'Zhangsan1990']) {
    expect(await codeOf(() => assertPasswordAccepted(password, []))).toBe('password-too-common')
  }
})

test('the person\u2019s own words are refused', async () => {
  const password = 'Harbourline'

  await expect(assertPasswordAccepted('Harbourline tea kettle', [])).resolves.toBeUndefined()
  expect(await codeOf(() => assertPasswordAccepted(password, ['Harbourline']))).toBe('password-too-common')
})

test('a sentence, unrelated words or random characters are accepted', async () => {
  for (const password of [
    'plum-orchid-7731-kettle',
    '春眠不觉晓处处闻啼鸟',
    'xiangjiaopingguolizi',
    'tJ8#kd92Lm',
    'x'.repeat(3) + 'Kq9!vbT2wz',
  ]) {
    await expect(assertPasswordAccepted(password, [])).resolves.toBeUndefined()
  }
})

test('a password of the greatest length is measured', async () => {
  expect((await guessPassword('correct horse battery staple '.repeat(9).slice(0, 256), [])).score).toBe(4)
})

test('the lists hold what their names say', () => {
  expect(pinyinSyllables.length).toBeGreaterThan(390)
  expect(pinyinSyllables.every(word => /^[a-z]{1,6}$/.test(word))).toBe(true)
  expect(surnames.slice(0, 3)).toEqual(['wang', 'li', 'zhang'])
  expect(luckyNumbers).toContain('5201314')
})
