import { expect, test } from 'vitest'
import { contactShownAt, contactWindowUrl } from '../../../../electron/kernel/window/contact-window-address.ts'
import { contactWindowPath } from '../../../../renderer/kernel/paths.ts'

test('the address is the page that the renderer has for it', () => {
  expect(contactWindowUrl('one')).toBe(`app://crm/index.html#${contactWindowPath('one')}`)
})

test.each([
  [contactWindowUrl('one'), 'one'],
  ['app://crm/index.html#/customers/one', null],
  ['app://crm/index.html', null],
  ['https://crm.example/#/window/customers/one', null],
  ['', null],
])('at %s the customer is %s', (address, id) => {
  expect(contactShownAt(address)).toBe(id)
})
