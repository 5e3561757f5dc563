import { expect, test } from 'vitest'
import { prefillFrom } from '../../../../renderer/features/contacts/contact-prefill.ts'

test('digits become a phone, everything else a name, nothing nothing', () => {
  expect(prefillFrom(' +86 100-1234 ').phones?.map(phone => phone.value)).toEqual(['+86 100-1234'])
  expect(prefillFrom('示例 12')).toEqual({ name: '示例 12' })
  expect(prefillFrom('+-')).toEqual({ name: '+-' })
  expect(prefillFrom('  ')).toEqual({})
})
