import { expect, test } from 'vitest'
import { noteWindowPlace, windowPlace } from '../../../../renderer/features/shell/contact-window-place.ts'
import { contactWindowPath } from '../../../../renderer/kernel/paths.ts'

test('a window comes back to the customer that it showed last, and before the first one to none', () => {
  expect(windowPlace).toThrow()

  noteWindowPlace('one')
  noteWindowPlace('two')

  expect(windowPlace()).toBe(contactWindowPath('two'))
})
