import { expect, test } from 'vitest'
import { fieldOutOfSight } from '../../../../renderer/features/find/found-field.ts'
import type { ContactHit } from '../../../../shared/features/contacts/contact-contract.ts'

const row = { name: '示例客户', phone: '10000000000', alias: '', company: '示例茶庄', memberNo: '', email: '', tags: [] }

function hit(matched: ContactHit['matched'], more: object = {}): ContactHit {
  // only what the line shows is read
  return { row: { ...row, ...more }, matched } as unknown as ContactHit
}

test('the phone is named when another number than the one in the line was found', () => {
  expect(fieldOutOfSight(hit('phone'), '1234', '100 0000 0000')).toBe('phone')
  expect(fieldOutOfSight(hit('phone'), '1234', '100 0000 1234')).toBeNull()
  expect(fieldOutOfSight(hit('phone'), '00123', '100 0001 2340')).toBeNull()
})

test('what the line shows is marked there, and what it does not have is named', () => {
  expect(fieldOutOfSight(hit('company'), '茶庄', '')).toBeNull()
  expect(fieldOutOfSight(hit('note'), '白茶', '')).toBe('note')
  expect(fieldOutOfSight(hit('name'), '示例', '')).toBeNull()
})
