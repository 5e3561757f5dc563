import { expect, test } from 'vitest'
import { createRunningJobs } from '../../../../electron/kernel/host/running-jobs.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'

const job = (id: string, state: Job['state']): Job => ({
  id,
  state,
  kind: 'vcard-import',
  subject: 'contacts.vcf',
  done: 0,
  total: null,
  records: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  actId: null,
  counts: {},
  failureCode: null,
})

test('a job counts as running until it ends, whichever way', () => {
  const jobs = createRunningJobs()
  jobs.note(job('a', 'running'))
  jobs.note(job('b', 'running'))
  jobs.note(job('a', 'done'))
  jobs.note(job('b', 'cancelling'))

  expect(jobs.isAny()).toBe(true)
  jobs.note(job('b', 'cancelled'))
  expect(jobs.isAny()).toBe(false)
})

test('none is running after a lock', () => {
  const jobs = createRunningJobs()
  jobs.note(job('a', 'running'))
  jobs.forget()

  expect(jobs.isAny()).toBe(false)
})
