import { expect, test } from 'vitest'
import { readBirthday } from '../../../../../electron/features/imports/vcard/card-birthday.ts'

function solar(year: number | null, month: number, day: number): object {
  return { calendar: 'solar', year, month, day, leap: false }
}

test.each([
  ['19801223', solar(1980, 12, 23), false],
  ['1980-12-23', solar(1980, 12, 23), false],
  ['1980/1/5', solar(1980, 1, 5), false],
  ['1980.01.05', solar(1980, 1, 5), false],
  ['--1223', solar(null, 12, 23), false],
  ['--12-23', solar(null, 12, 23), false],
  ['--0229', solar(null, 2, 29), false],
  ['1604-05-20', solar(null, 5, 20), false],
  ['1980年3月8日', solar(1980, 3, 8), false],
  ['1980年 3月 8日', solar(1980, 3, 8), false],
  ['3月8日', solar(null, 3, 8), false],
  ['农历1980年3月8日', { ...solar(1980, 3, 8), calendar: 'lunar' }, false],
  ['Tue, 22 Dec 2009', solar(2009, 12, 22), false],
  ['December 22, 2009', solar(2009, 12, 22), false],
  ['1980-12-23T00:00:00Z', solar(1980, 12, 23), false],
  ['19801223T000000', solar(1980, 12, 23), false],
  ['1996-04-15T201243+04:00', solar(1996, 4, 15), true],
])('a date is read when it is written as %s', (written, birthday, hasMore) => {
  expect(readBirthday(written)).toEqual({ birthday, hasMore })
})

test.each([
  '',
  '0000',
  '00000000',
  '1980',
  '1980-12',
  '---23',
  '1980-02-30',
  '1979-02-29',
  '20091301',
  'circa 1800',
  '12/23/1980',
])('nothing is made up when it is written as %j', written => {
  expect(readBirthday(written)).toBeNull()
})
