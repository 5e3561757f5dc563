import { beforeEach, expect, test } from 'vitest'
import { loadMoreCards, openReport, useCardReport } from '../../../../renderer/features/imports/card-report-store.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

const actId = sampleId(1)

beforeEach(() => {
  installFakeCrm()
})

test('a report comes in pages, one after the other and none twice', async () => {
  await openReport(actId, 'all')
  expect(useCardReport.getState().rows).toHaveLength(100)

  await Promise.all([loadMoreCards(), loadMoreCards()])
  await loadMoreCards()

  expect(useCardReport.getState().rows.map(row => row.n)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1))
})

test('another filter replaces the rows', async () => {
  await openReport(actId, 'all')
  await openReport(actId, 'skipped')

  expect(new Set(useCardReport.getState().rows.map(row => row.outcome))).toEqual(new Set(['skipped']))
})

test('a late answer to the filter before is dropped', async () => {
  await Promise.all([openReport(actId, 'all'), openReport(actId, 'skipped')])

  expect(useCardReport.getState().rows).toHaveLength(useCardReport.getState().total)
  expect(useCardReport.getState().only).toBe('skipped')
})
