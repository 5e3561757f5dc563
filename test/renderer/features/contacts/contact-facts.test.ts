import { expect, test } from 'vitest'
import { addressLine, preferredPhone, shownPersonalFields } from '../../../../renderer/features/contacts/contact-facts.ts'
import type { Address, Phone } from '../../../../shared/features/contacts/contact.ts'

function address(parts: Partial<Address>): Address {
  const blank = { country: '', region: '', city: '', district: '', detail: '', postcode: '' }
  return { id: null, label: 'home', preferred: false, ...blank, ...parts }
}

function phone(value: string, preferred: boolean): Phone {
  return { id: null, label: 'mobile', value, preferred }
}

test('a Chinese address is written from large to small without spaces', () => {
  expect(addressLine(address({ region: '浙江省', city: '杭州市', district: '西湖区', detail: '示例路 100 号' }))).toBe(
    '浙江省杭州市西湖区示例路 100 号',
  )
})

test('other scripts are parted by spaces and the postcode comes last', () => {
  expect(addressLine(address({ city: 'Hangzhou', detail: '100 Sample Road', postcode: '310000' }))).toBe(
    'Hangzhou 100 Sample Road 310000',
  )
})

test('a city that is its own province is written once', () => {
  expect(addressLine(address({ region: '上海市', city: '上海市', district: '徐汇区' }))).toBe('上海市徐汇区')
})

test('an address without parts is empty', () => {
  expect(addressLine(address({}))).toBe('')
})

test('the phone to call is the preferred one, else the first, else none', () => {
  expect(preferredPhone({ phones: [phone('1', false), phone('2', true)] })?.value).toBe('2')
  expect(preferredPhone({ phones: [phone('1', false), phone('2', false)] })?.value).toBe('1')
  expect(preferredPhone({ phones: [] })).toBeNull()
})

test('of what only people have, an organisation shows what it holds all the same', () => {
  const organisation = {
    kind: 'organisation',
    surnameReading: '',
    salutation: '',
    gender: 'not-stated',
    company: '',
    jobTitle: '',
    birthday: null,
  } as const

  expect(shownPersonalFields(organisation)).toEqual([])
  expect(shownPersonalFields({ ...organisation, jobTitle: 'Buyer', surnameReading: 'shan' })).toEqual([
    'surnameReading',
    'jobTitle',
  ])
  expect(shownPersonalFields({ ...organisation, kind: 'person' })).toHaveLength(6)
})
