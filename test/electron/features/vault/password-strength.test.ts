import { expect, test } from 'vitest'
import { measurePassword } from '../../../../electron/features/vault/password-strength.ts'
import { PasswordStrength } from '../../../../shared/features/vault/vault.ts'

test.each([
  ['', 'too-short', 'length'],
  ['5201314', 'too-short', 'length'],
  ['woaini1314', 'too-common', 'pinyin'],
  ['zhangsanlisi', 'too-common', 'pinyin'],
  ['1qaz2wsx3edc', 'too-common', 'keyboard'],
  ['asdfghjkl;', 'too-common', 'keyboard'],
  ['19900101wang', 'too-common', 'dates'],
  ['aaaaaaaaaaaa', 'too-common', 'repeats'],
  ['Passw0rd123', 'too-common', 'common'],
  ['yunjiyunji', 'too-common', 'names'],
  ['harbourline', 'too-common', 'names'],
])('"%s" is %s because of %s', async (password, reason, hint) => {
  const strength = await measurePassword(password, ['yunji', 'Harbourline'])

  expect(strength).toMatchObject({ accepted: false, reason, hint })
  expect(strength.score).toBeLessThan(3)
})

test('a good password is accepted without a hint', async () => {
  expect(await measurePassword('plum-orchid-7731-kettle', [])).toEqual({ score: 4, accepted: true, reason: 'ok', hint: 'none' })
})

test('every answer fits the contract', async () => {
  for (const password of ['', 'a', '掌柜', 'woaini1314', '\u0000'.repeat(20), '💮'.repeat(40), 'plum orchid', 'x'.repeat(256)]) {
    expect(PasswordStrength.safeParse(await measurePassword(password, [''])).success).toBe(true)
  }
})
