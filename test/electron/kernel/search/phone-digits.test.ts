import { expect, test } from 'vitest'
import { phoneForms, typedDigits } from '../../../../electron/kernel/search/phone-digits.ts'

const mobile = { digits: '13800138000', others: ['8613800138000', '008613800138000'] }

test.each([
  '13800138000',
  '138 0013 8000',
  '+86 138-0013-8000',
  '0086 13800138000',
  '8613800138000',
  '＋８６１３８００１３８０００',
])('phoneForms reads the same mobile when it is written %s', value => {
  expect(phoneForms(value)).toEqual(mobile)
})

test('phoneForms gives a landline with and without its leading zero when it has the country code', () => {
  expect(phoneForms('+86 10 1234 5678')).toEqual({
    digits: '1012345678',
    others: ['861012345678', '00861012345678', '01012345678'],
  })
  expect(phoneForms('010-12345678 转 12').others).toEqual(['861012345678', '00861012345678'])
})

test('phoneForms leaves the extension out of the tails', () => {
  expect(phoneForms('021-12345678 ext. 9').digits).toBe('02112345678')
})

test('phoneForms keeps the country code of other countries', () => {
  expect(phoneForms('+44 20 7946 0958')).toEqual({ digits: '442079460958', others: ['00442079460958'] })
})

test('phoneForms finds a number abroad by its country code, also one that looks like a mobile here', () => {
  expect(phoneForms('+1 (415) 555-2671').others).toContain('0014155552671')
})

test('phoneForms knows a landline by its country code without a sign', () => {
  expect(phoneForms('86-571-8888 9999')).toEqual({
    digits: '57188889999',
    others: ['8657188889999', '008657188889999', '057188889999'],
  })
})

test.each([
  ['+86 138-0013', '1380013'],
  ['0086138', '138'],
  ['+86 13', '8613'],
  ['12', null],
  ['138 0013 8000', '13800138000'],
])('typedDigits takes %j as %j', (typed, digits) => {
  expect(typedDigits(typed)).toBe(digits)
})
