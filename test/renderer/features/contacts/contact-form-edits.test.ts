import { expect, test } from 'vitest'
import {
  addItem,
  addTag,
  editBirthday,
  editItem,
  moveItem,
  preferItem,
  removeItem,
  removeTag,
} from '../../../../renderer/features/contacts/contact-form-edits.ts'
import { emptyFormValues } from '../../../../renderer/features/contacts/contact-form-model.ts'

const three = ['a', 'b', 'c'].reduce((values, key) => addItem(values, 'phones', key), emptyFormValues())
const keys = (values: typeof three) => values.phones.map(phone => phone.key)
const preferred = (values: typeof three) => values.phones.filter(phone => phone.preferred).map(phone => phone.key)

test('the first row of a list is the preferred one until another is chosen', () => {
  expect(preferred(three)).toEqual(['a'])
  expect(preferred(preferItem(three, 'phones', 'c'))).toEqual(['c'])
})

test('the first row that is left becomes preferred when the preferred one is removed', () => {
  const left = removeItem(three, 'phones', 'a')

  expect(keys(left)).toEqual(['b', 'c'])
  expect(preferred(left)).toEqual(['b'])
})

test('another preferred row stays when a row is removed', () => {
  expect(preferred(removeItem(preferItem(three, 'phones', 'c'), 'phones', 'a'))).toEqual(['c'])
})

test('a row moves by one place and stays where it is at the ends', () => {
  expect(keys(moveItem(three, 'phones', 'c', -1))).toEqual(['a', 'c', 'b'])
  expect(keys(moveItem(three, 'phones', 'a', 1))).toEqual(['b', 'a', 'c'])
  expect(moveItem(three, 'phones', 'a', -1)).toBe(three)
  expect(moveItem(three, 'phones', 'c', 1)).toBe(three)
  expect(moveItem(three, 'phones', 'unknown', 1)).toBe(three)
})

test('editing changes one row only', () => {
  const edited = editItem(three, 'phones', 'b', { value: '100', label: 'work' })

  expect(edited.phones.map(phone => [phone.label, phone.value])).toEqual([
    ['mobile', ''],
    ['work', '100'],
    ['mobile', ''],
  ])
})

test('a tag is trimmed and not added twice, whatever its case or width', () => {
  const once = addTag(emptyFormValues(), ' VIP ')

  expect(once.tags).toEqual(['VIP'])
  expect(addTag(once, 'vip')).toBe(once)
  expect(addTag(once, 'ＶＩＰ')).toBe(once)
  expect(addTag(once, '  ')).toBe(once)
  expect(removeTag(once, 'VIP').tags).toEqual([])
})

test('the leap mark goes when the calendar becomes solar', () => {
  const lunar = editBirthday(emptyFormValues(), { calendar: 'lunar', month: 2, day: 3, leap: true })

  expect(editBirthday(lunar, { calendar: 'solar' }).birthday).toEqual({
    calendar: 'solar',
    year: '',
    month: 2,
    day: 3,
    leap: false,
  })
})
