import { expect, test } from 'vitest'
import { fromResult, idle, shownValue, toLoading } from '../../../renderer/kernel/loadable.ts'
import { fail, succeed } from '../../../shared/kernel/result.ts'

test('the value of before is shown while it is asked for again', () => {
  const first = fromResult(succeed([1, 2]))

  expect(shownValue(toLoading(first))).toEqual([1, 2])
  expect(shownValue(toLoading(toLoading(first)))).toEqual([1, 2])
})

test('nothing is shown before the first answer and after a failure', () => {
  expect(shownValue(idle)).toBeNull()
  expect(shownValue(fromResult(fail({ code: 'disk-full' })))).toBeNull()
})
