import { expect, test } from 'vitest'
import { milestone, shareDone, timeLeft } from '../../../../renderer/features/imports/import-progress.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'

const startedAt = '2026-11-20T08:00:00.000Z'
const after = (seconds: number) => new Date(new Date(startedAt).getTime() + seconds * 1000)

function job(change: Partial<Job>): Job {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'vcard-import',
    subject: 'contacts.vcf',
    state: 'running',
    done: 0,
    total: 1000,
    records: 0,
    startedAt,
    actId: null,
    counts: {},
    failureCode: null,
    ...change,
  }
}

test('no share is claimed while the size is not known, and never more than all', () => {
  expect(shareDone(job({ total: null, done: 10 }))).toBeNull()
  expect(shareDone(job({ total: 0 }))).toBeNull()
  expect(shareDone(job({ done: 250 }))).toBe(0.25)
  expect(shareDone(job({ done: 1100 }))).toBe(1)
})

test('time left waits for a stable pace', () => {
  expect(timeLeft(job({ done: 500 }), after(1))).toBeNull()
  expect(timeLeft(job({ done: 10 }), after(60))).toBeNull()
  expect(timeLeft(job({ done: 250 }), after(10))).toBe(30_000)
  expect(timeLeft(job({ done: 1000 }), after(10))).toBe(0)
})

test('quarters are reached one after another', () => {
  expect([0, 249, 250, 749, 750, 1000].map(done => milestone(job({ done })))).toEqual([0, 0, 25, 50, 75, 100])
})
