import { expect, test } from 'vitest'
import {
  isTicked,
  namedLimit,
  nobody,
  type Ticked,
  targetOf,
  tickedCount,
  withTicks,
} from '../../../../renderer/features/contacts/selection-change.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'

const id = (n: number) => ContactId.parse(sampleId(n))
const everybody: Ticked = { mode: 'query', search: '', filter: null, except: new Set() }

test('customers are ticked one by one and unticked again', () => {
  const two = withTicks(nobody, [id(1), id(2)], true) ?? nobody
  const one = withTicks(two, [id(1)], false) ?? nobody

  expect(tickedCount(two, 100)).toBe(2)
  expect(targetOf(one)).toEqual({ by: 'ids', ids: [id(2)] })
  expect(isTicked(one, id(1))).toBe(false)
  expect(targetOf(nobody)).toBeNull()
})

test('of all that a question finds some are left out and taken back in', () => {
  const but = withTicks(everybody, [id(1), id(2)], false) ?? nobody
  const again = withTicks(but, [id(2)], true) ?? nobody

  expect(tickedCount(but, 100_000)).toBe(99_998)
  expect(isTicked(but, id(1))).toBe(false)
  expect(targetOf(again)).toEqual({ by: 'query', search: '', filter: null, except: [id(1)] })
})

test('no more are named than the contract takes', () => {
  const many = Array.from({ length: namedLimit + 1 }, (_, n) => id(n))

  expect(withTicks(nobody, many, true)).toBeNull()
  expect(withTicks(everybody, many, false)).toBeNull()
  expect(withTicks(nobody, many.slice(1), true)).not.toBeNull()
})
