import { beforeAll, expect, test, vi } from 'vitest'
import { shareDone, takeJob, timeLeft, useJobs } from '../../../../renderer/features/jobs/job-store.ts'
import { startI18n } from '../../../../renderer/kernel/i18n.ts'
import { useNotices } from '../../../../renderer/kernel/notice-store.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

// speaking needs a page
beforeAll(() => {
  Object.assign(globalThis, { document: { getElementById: () => null, documentElement: {} } })
  startI18n({ locale: 'en' })
})

function aJob(change: Partial<Job> = {}): Job {
  return {
    id: sampleId(1),
    kind: 'vcard-import',
    subject: 'sample.vcf',
    state: 'running',
    done: 0,
    total: 100,
    records: 0,
    startedAt: '2026-01-01T00:00:00.000Z',
    actId: null,
    counts: {},
    failureCode: null,
    ...change,
  }
}

test('a job is shown while it runs and says what it did when it ends', () => {
  takeJob(aJob({ done: 10 }))
  takeJob(aJob({ done: 50 }))
  expect(useJobs.getState().running).toHaveLength(1)

  takeJob(aJob({ state: 'done', done: 100, counts: { imported: 118, skipped: 2 } }))

  expect(useJobs.getState().running).toEqual([])
  expect(useNotices.getState().notices.at(-1)).toMatchObject({ tone: 'ok', text: '118 customers imported, 2 skipped' })
})

test('a cancelled and a failed job say how they ended', () => {
  takeJob(aJob({ id: sampleId(2) }))
  takeJob(aJob({ id: sampleId(2), state: 'cancelled', records: 40 }))
  expect(useNotices.getState().notices.at(-1)?.text).toBe('Cancelled, 40 rolled back, nothing was changed')

  takeJob(aJob({ id: sampleId(3) }))
  takeJob(aJob({ id: sampleId(3), state: 'failed', failureCode: 'file-unreadable' }))

  expect(useNotices.getState().notices.at(-1)).toMatchObject({
    tone: 'error',
    text: 'The import did not finish: The file cannot be read',
  })
})

test('a job that could not be taken back whole does not say that nothing was changed', () => {
  takeJob(aJob({ id: sampleId(5) }))
  takeJob(aJob({ id: sampleId(5), state: 'cancelled', counts: { left: 2 } }))
  expect(useNotices.getState().notices.at(-1)?.text).toBe('Cancelled. 2 records that were changed meanwhile were kept')

  takeJob(aJob({ id: sampleId(7), kind: 'undo' }))
  takeJob(aJob({ id: sampleId(7), kind: 'undo', state: 'done', counts: { undone: 5, left: 2 } }))
  expect(useNotices.getState().notices.at(-1)?.text).toBe('Undone · 2 records were changed since and left as they are')

  takeJob(aJob({ id: sampleId(6) }))
  takeJob(aJob({ id: sampleId(6), state: 'failed', failureCode: 'read-only', counts: { unfinished: 1 } }))

  expect(useNotices.getState().notices.at(-1)?.text).toContain('taken back at the next unlock')
})

test('what was taken back after a kill is said once, also when it was over before the window was there', () => {
  const over = aJob({ id: sampleId(9), kind: 'rollback', state: 'done', records: 7 })

  takeJob(over)
  takeJob(over)

  const said = useNotices.getState().notices.filter(({ text }) => text === 'What was not finished is taken back')
  expect(said).toHaveLength(1)
})

test('another job that ended before the window was there is not said again', () => {
  takeJob(aJob({ id: sampleId(8), state: 'done', counts: { imported: 31 } }))

  expect(useNotices.getState().notices.at(-1)?.text).not.toContain('31')
})

test('how far it is, is not said while the size is not known', () => {
  expect(shareDone(aJob({ total: null }))).toBeNull()
  expect(shareDone(aJob({ done: 120 }))).toBe(1)
})

test('the time left is said only when there is some truth in it', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))

  expect(timeLeft(aJob({ done: 50 }), at(1))).toBeNull()
  expect(timeLeft(aJob({ done: 1 }), at(60))).toBeNull()
  expect(timeLeft(aJob({ done: 25 }), at(10))).toBe(30_000)
})

test('a bulk action that is done says to how many, and offers to take it back', async () => {
  const fake = installFakeCrm()
  takeJob(aJob({ id: sampleId(16), kind: 'bulk', actId: sampleId(60) }))
  takeJob(
    aJob({ id: sampleId(16), kind: 'bulk', actId: sampleId(60), state: 'done', counts: { changed: 99_000, unchanged: 1000 } }),
  )
  const notice = useNotices.getState().notices.at(-1)

  expect(notice?.text).toBe('99,000 customers changed, 1,000 were so already')
  notice?.action?.run()
  await vi.waitFor(() => expect(fake.calls).toContain('acts.undoAsJob'))
})

test('a bulk action that changed nobody offers nothing', () => {
  takeJob(aJob({ id: sampleId(17), kind: 'bulk', actId: sampleId(60) }))
  takeJob(aJob({ id: sampleId(17), kind: 'bulk', actId: sampleId(60), state: 'done', counts: { changed: 0, unchanged: 12 } }))

  expect(useNotices.getState().notices.at(-1)?.action).toBeUndefined()
})
