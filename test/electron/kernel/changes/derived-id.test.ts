import { expect, test } from 'vitest'
import { derivedId } from '../../../../electron/kernel/changes/derived-id.ts'
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
