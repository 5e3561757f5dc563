import { expect, test } from 'vitest'
import { surnameReadings } from '../../../../../renderer/features/contacts/form/surname-readings.ts'

test('a polyphonic surname brings its readings, one of two signs before one of one', () => {
  expect(surnameReadings('单示例')).toEqual(['shan'])
  expect(surnameReadings('单于示例')).toEqual(['chanyu'])
  expect(surnameReadings(' 覃样本')).toEqual(['qin', 'tan'])
})

test('other names bring none', () => {
  expect(surnameReadings('王样本')).toEqual([])
  expect(surnameReadings('Sample')).toEqual([])
  expect(surnameReadings('')).toEqual([])
})
