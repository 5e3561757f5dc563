import { expect, test } from 'vitest'
import { suggestTags } from '../../../../renderer/features/contacts/tag-suggestions.ts'

const known = [
  { name: 'tea lover', count: 3 },
  { name: 'Team', count: 9 },
  { name: 'green tea', count: 50 },
  { name: 'VIP', count: 7 },
]

test('the tags in use are offered by use when nothing is typed', () => {
  expect(suggestTags(known, ['VIP'], '').map(tag => tag.name)).toEqual(['green tea', 'Team', 'tea lover'])
})

test('tags that begin with the text come first, and a new name last', () => {
  expect(suggestTags(known, [], 'tea')).toEqual([
    { name: 'Team', count: 9 },
    { name: 'tea lover', count: 3 },
    { name: 'green tea', count: 50 },
    { name: 'tea', count: null },
  ])
})

test('a tag that exists in another case or width is not offered as new', () => {
  expect(suggestTags(known, [], 'ｖｉｐ')).toEqual([{ name: 'VIP', count: 7 }])
})

test('a chosen tag is offered neither again nor as new', () => {
  expect(suggestTags(known, ['VIP'], 'vip')).toEqual([])
})
