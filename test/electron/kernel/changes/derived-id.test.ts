import { expect, test } from 'vitest'
import { derivedId, derivedLinkId } from '../../../../electron/kernel/changes/derived-id.ts'
import { Id } from '../../../../shared/kernel/id.ts'

test('derivedId is a valid id and the same for the same three', () => {
  const id = derivedId('a', 'b', 'link')

  expect(Id.parse(id)).toBe(id)
  expect(id).toBe(derivedId('a', 'b', 'link'))
  expect(id[14]).toBe('8')
})

test('derivedId differs when the same text is split in another way', () => {
  const ids = [derivedId('a', 'bc', 'k'), derivedId('ab', 'c', 'k'), derivedId('bc', 'a', 'k'), derivedId('a', 'b', 'ck')]

  expect(new Set(ids).size).toBe(ids.length)
})

test('derivedId stays as it is, since files hold it', () => {
  expect(derivedId('left', 'right', 'kind')).toBe('edfb1cc5-54a8-8c09-bd3f-31eac44fce2a')
})

test('derivedLinkId begins as its owner does and differs by owner, other end and kind', () => {
  const owner = '01930000-0001-7000-8000-000000000001'
  const sameTime = '01930000-0001-7000-8000-000000000002'
  const id = derivedLinkId(owner, 'b', 'link')
  const others = [derivedLinkId(sameTime, 'b', 'link'), derivedLinkId(owner, 'c', 'link'), derivedLinkId(owner, 'b', 'other')]

  expect(Id.parse(id)).toBe(id)
  expect([id.slice(0, 14), id[14]]).toEqual(['01930000-0001-', '8'])
  expect(new Set([id, ...others]).size).toBe(4)
})

test('derivedLinkId stays as it is, since files hold it', () => {
  const id = derivedLinkId('01930000-0001-7000-8000-000000000001', 'right', 'kind')

  expect(id).toBe('01930000-0001-8df0-ae79-a84c03a42a57')
})
