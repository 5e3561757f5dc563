import { expect, test } from 'vitest'
import { offeredOptions, offeredStaff } from '../../../../../renderer/features/contacts/form/offered-choices.ts'
import type { FieldOption } from '../../../../../shared/features/fields/field-option.ts'

const options: readonly FieldOption[] = [
  { list: 'level', key: 'gold', name: '', hidden: false },
  { list: 'level', key: 'old-1', name: 'Founder', hidden: true },
  { list: 'stage', key: 'bought', name: '', hidden: false },
]
const words = (key: string) => ({ gold: 'Gold', 'old-1': 'Founder' })[key] ?? ''
const offered = (chosen: string) => offeredOptions(options, { list: 'level', chosen, none: 'None', words }).map(one => one.label)

test('a hidden word is offered only where it is chosen', () => {
  expect(offered('gold')).toEqual(['None', 'Gold'])
  expect(offered('old-1')).toEqual(['None', 'Gold', 'Founder'])
})

test('a chosen word that the list does not know stays', () => {
  expect(offered('lost')).toEqual(['None', 'Gold', 'lost'])
})

test('one who no longer works in the shop stays where she is responsible', () => {
  const staff = [{ id: 'a', name: 'Clerk A', customers: 0, isMe: true }]
  const choices = (chosen: string | null) =>
    offeredStaff(staff, { chosen, chosenName: 'Clerk B', none: 'Nobody', me: name => `${name} (me)` }).map(one => one.label)

  expect(choices(null)).toEqual(['Nobody', 'Clerk A (me)'])
  expect(choices('b')).toEqual(['Nobody', 'Clerk A (me)', 'Clerk B'])
})
