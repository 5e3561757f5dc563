import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BatchSource } from '../../../../electron/kernel/jobs/job-runner.ts'
import { threadSource, workerUrl } from '../../../../electron/kernel/jobs/thread-source.ts'
import { shop } from '../../../helpers/shop-tables.ts'
import { importJob, startTestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'
import type { CountingThreadData } from '../../../helpers/threads/counting-thread.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
})
afterEach(() => vault.close())

const url = new URL('../../../helpers/threads/counting-thread.ts', import.meta.url)

function start(count: number, end: CountingThreadData['end'] = 'ok'): BatchSource & { readonly made: Int32Array } {
  const made = new Int32Array(new SharedArrayBuffer(4))
  return { ...threadSource({ url, workerData: { count, end, made } }), made }
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 20))

describe('threadSource', () => {
  test('gives every batch and then the counts', async () => {
    const { jobs, ended } = startTestJobs(vault)

    const job = await ended(jobs.start(importJob(() => start(40))).jobId)

    expect(job).toMatchObject({ state: 'done', records: 40, counts: { imported: 40 } })
    expect(vault.db.get('SELECT count(*) AS n FROM person')).toEqual({ n: 40 })
  })

  test('lets the thread run only a few batches ahead of the writer', async () => {
    const source = start(1_000)
    const batches = source.batches[Symbol.asyncIterator]()
    await batches.next()
    await pause()

    const aheadOfFirst = Atomics.load(source.made, 0)
    await batches.next()
    await pause()

    expect(aheadOfFirst).toBeLessThanOrEqual(4)
    expect(Atomics.load(source.made, 0)).toBe(aheadOfFirst + 1)
    source.stop()
  })

  test('ends the thread when it is stopped, also while a batch is waited for', async () => {
    const source = start(1_000)
    const batches = source.batches[Symbol.asyncIterator]()
    await batches.next()

    source.stop()
    source.stop()

    expect(await batches.next()).toEqual({ done: true, value: undefined })
    await pause()
    const made = Atomics.load(source.made, 0)
    await pause()
    expect(Atomics.load(source.made, 0)).toBe(made)
  })

  test.each([
    ['fail', 'file-not-vcard', 0],
    ['crash', 'internal', 1],
    ['exit', 'internal', 1],
  ] as const)('fails the job and takes back its batches when the thread ends by %s', async (end, failureCode, bugCount) => {
    const { jobs, bugs, ended } = startTestJobs(vault)

    const job = await ended(jobs.start(importJob(() => start(5, end))).jobId)

    expect(job).toMatchObject({ state: 'failed', failureCode })
    expect(bugs).toHaveLength(bugCount)
    expect(vault.db.get('SELECT count(*) AS n FROM person WHERE deleted_ts IS NULL')).toEqual({ n: 0 })
  })

  test('takes back its batches when the job is cancelled', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const { jobId } = jobs.start(importJob(() => start(100_000)))
    while ((jobs.list()[0]?.records ?? 0) < 5) await pause()

    jobs.cancel(jobId)

    expect(await ended(jobId)).toMatchObject({ state: 'cancelled' })
    expect(vault.db.get('SELECT count(*) AS n FROM person WHERE deleted_ts IS NULL')).toEqual({ n: 0 })
  })
})

describe('workerUrl', () => {
  test('names the source in electron/ when the sources run, the built file beside the caller when built', () => {
    expect(workerUrl('vcard-worker', 'file:///p/electron/features/imports/x.ts').href).toBe('file:///p/electron/vcard-worker.ts')
    expect(workerUrl('vcard-worker', 'file:///C:/app/out/main/vault-worker.js').href).toBe(
      'file:///C:/app/out/main/vcard-worker.js',
    )
    expect(() => workerUrl('vcard-worker', 'file:///p/test/x.ts')).toThrow('electron/')
  })
})
