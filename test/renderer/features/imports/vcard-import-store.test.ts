import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  cancelImport,
  chooseAndImport,
  showChoice,
  undoImport,
  useVcardImport,
  watchImportJobs,
} from '../../../../renderer/features/imports/vcard-import-store.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  stop()
  noteLock()
  vi.useRealTimers()
})

function start() {
  const crm = installFakeCrm()
  stop = watchImportJobs()
  return crm
}

function phase(): string {
  return useVcardImport.getState().current.phase
}

test('an import that ended while the page was left shows its result on coming back', async () => {
  start()
  await chooseAndImport()
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(phase()).toBe('running')

  stop = watchImportJobs()
  await vi.advanceTimersByTimeAsync(100)

  expect(useVcardImport.getState().current).toMatchObject({ phase: 'done', summary: { imported: 118, skipped: 2 } })
})

test('an import is followed from the choice of a file to its result', async () => {
  start()
  await chooseAndImport()

  expect(phase()).toBe('running')

  await vi.advanceTimersByTimeAsync(10_000)

  expect(useVcardImport.getState().current).toMatchObject({ phase: 'done', summary: { imported: 118, skipped: 2 } })
  expect(useVcardImport.getState().earlier).toMatchObject({ status: 'ready', value: [{ imported: 118 }] })
})

test('a cancelled import says so and is over', async () => {
  start()
  await chooseAndImport()
  await cancelImport()
  await vi.advanceTimersByTimeAsync(10_000)

  expect(phase()).toBe('cancelled')
  showChoice()
  expect(phase()).toBe('choose')
})

test('an import that runs already is found again by a screen opened later', async () => {
  start()
  await chooseAndImport()
  stop()
  useVcardImport.setState({ current: { phase: 'choose' }, jobId: null })
  stop = watchImportJobs()
  await vi.advanceTimersByTimeAsync(400)

  expect(phase()).toBe('running')
})

test('a running import is not left by going back to the choice', async () => {
  start()
  await chooseAndImport()
  showChoice()

  expect(phase()).toBe('running')
})

test('a job that ended before its name was known is shown as ended', async () => {
  const crm = installFakeCrm()
  const jobId = sampleId(77)
  const ended: Job = {
    id: jobId,
    kind: 'vcard-import',
    subject: 'contacts.vcf',
    state: 'failed',
    done: 0,
    total: 0,
    records: 0,
    startedAt: '2026-11-20T08:00:00.000Z',
    actId: null,
    counts: {},
    failureCode: 'file-empty',
  }
  const call = (name: string, input: unknown) => {
    if (name !== 'imports.vcard') return crm.call(name, input)
    crm.emit('jobs.changed', ended)
    return Promise.resolve({ ok: true, value: { jobId } })
  }
  Object.assign(globalThis, { window: { crm: { call, on: crm.on } } })
  stop = watchImportJobs()
  await chooseAndImport()

  expect(useVcardImport.getState().current).toEqual({ phase: 'failed', failure: { code: 'file-empty' }, unfinished: false })
})

test('events of other jobs change nothing', async () => {
  const crm = start()
  await chooseAndImport()
  const { current } = useVcardImport.getState()
  if (current.phase !== 'running') throw new Error('the import runs')
  crm.emit('jobs.changed', { ...current.job, id: sampleId(88), state: 'done' })

  expect(phase()).toBe('running')
})

test('an undo that is refused says why', async () => {
  start()
  await undoImport({
    actId: sampleId(5),
    fileName: 'contacts.vcf',
    at: '2026-11-20T08:00:00.000Z',
    imported: 3,
    withNotes: 0,
    skipped: 0,
    undone: false,
  })

  expect(useVcardImport.getState().current).toEqual({ phase: 'undo-failed', failure: { code: 'nothing-to-undo' } })
})

test('a lock forgets file names and results', async () => {
  start()
  await chooseAndImport()
  await vi.advanceTimersByTimeAsync(10_000)
  noteLock()

  expect(useVcardImport.getState()).toEqual({ current: { phase: 'choose' }, jobId: null, earlier: { status: 'idle' } })
})

test('an undo that is too long for one step goes on as a job', async () => {
  const crm = installFakeCrm()
  const asked: string[] = []
  const call = (name: string, input: unknown) => {
    asked.push(name)
    return name === 'acts.undo' ? Promise.resolve({ ok: false, failure: { code: 'invalid-input' } }) : crm.call(name, input)
  }
  Object.assign(globalThis, { window: { crm: { call, on: crm.on } } })
  stop = watchImportJobs()
  const at = '2026-11-20T08:00:00.000Z'
  await undoImport({ actId: sampleId(5), fileName: 'a.vcf', at, imported: 3, withNotes: 0, skipped: 0, undone: false })

  expect(asked).toContain('acts.undoAsJob')
  expect(phase()).toBe('undoing')
})
