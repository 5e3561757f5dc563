import { expect, test } from 'vitest'
import { groupByDay, localDay } from '../../../../renderer/features/contacts/timeline-days.ts'
import type { HistoryEntry } from '../../../../shared/features/contacts/contact-contract.ts'

function entry(at: Date): HistoryEntry {
  const id = '01900000-0000-7000-8000-000000000001'
  const act = { id, kind: 'edit', name: 'contact-edit', subject: '', count: 1, at: at.toISOString(), undoes: null } as const
  return { key: at.toISOString(), at: at.toISOString(), staffName: 'Sample staff', act, changes: [] }
}

test('entries are grouped by the local day and keep their order', () => {
  const noon = entry(new Date(2026, 10, 20, 12, 0))
  const midnight = entry(new Date(2026, 10, 20, 0, 0))
  const before = entry(new Date(2026, 10, 19, 23, 59))

  expect(groupByDay([noon, midnight, before])).toEqual([
    { day: '2026-11-20', entries: [noon, midnight] },
    { day: '2026-11-19', entries: [before] },
  ])
})

test('a local day is written with two digits per part', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
