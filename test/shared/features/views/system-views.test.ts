import { expect, test } from 'vitest'
import { systemViewKeys, ViewDefinition } from '../../../../shared/features/views/saved-view.ts'
import { systemViewDefinition } from '../../../../shared/features/views/system-views.ts'

const meId = '0192ffff-0000-7000-8000-000000000001'

test.each(systemViewKeys)('%s can be asked for as it stands, whoever looks', key => {
  for (const me of [meId, null]) {
    const definition = systemViewDefinition(key, me)
    expect(ViewDefinition.parse(definition)).toEqual(definition)
  }
})

test('only "all" is without a filter, and no two views ask for the same', () => {
  const filters = systemViewKeys.map(key => JSON.stringify(systemViewDefinition(key, meId).filter))

  expect(filters.filter(filter => filter === 'null')).toHaveLength(1)
  expect(new Set(filters).size).toBe(systemViewKeys.length)
})

test('mine names the one who looks', () => {
  expect(systemViewDefinition('mine', meId).filter?.items).toEqual([
    { on: 'choice', field: 'assignee', test: { op: 'any', values: [meId] } },
  ])
})
