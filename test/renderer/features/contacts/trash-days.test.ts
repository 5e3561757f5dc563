import { expect, test } from 'vitest'
import { trashDaysLeft } from '../../../../renderer/features/contacts/trash-days.ts'

const trashedAt = '2026-11-01T10:00:00.000Z'

test('days left count down from 30 to 0 and no further', () => {
  expect(trashDaysLeft(trashedAt, new Date(trashedAt))).toBe(30)
  expect(trashDaysLeft(trashedAt, new Date('2026-11-30T10:00:00.000Z'))).toBe(1)
  expect(trashDaysLeft(trashedAt, new Date('2026-12-01T10:00:00.000Z'))).toBe(0)
  expect(trashDaysLeft(trashedAt, new Date('2027-12-01T10:00:00.000Z'))).toBe(0)
})
