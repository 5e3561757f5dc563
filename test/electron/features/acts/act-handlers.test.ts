import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActSummary } from '../../../../shared/features/acts/act.ts'
import { editAct, idOf, importAct, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openSpineSession } from '../../../helpers/spine-session.ts'
import { startTestJobs, type TestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
let jobs: TestJobs
let call: ReturnType<typeof openSpineSession>
beforeEach(() => {
  vault = openTestVault(shop)
  jobs = startTestJobs(vault)
  call = openSpineSession(vault, jobs)
})
afterEach(() => vault.close())

const people = (count: number) => Array.from({ length: count }, (_, n) => insertPerson(idOf(n + 1)))
const living = (): unknown => vault.db.get<{ n: number }>('SELECT count(*) AS n FROM person WHERE deleted_ts IS NULL')?.n

function importMany(): ActSummary {
  return vault.apply(importAct, people(501))
}

async function runJob(channel: string, actId: string): Promise<unknown> {
  const { jobId } = (await call(channel, { actId })) as { jobId: string }
  return jobs.ended(jobId)
}

test('the stack is empty in a new vault', async () => {
  expect(await call('acts.stack')).toEqual({ undo: null, redo: null })
})

test('a short act is undone and redone at once', async () => {
  const act = vault.apply(editAct, people(2))

  expect(await call('acts.stack')).toEqual({ undo: { act, asJob: false }, redo: null })
  expect(await call('acts.undo', { actId: act.id })).toMatchObject({ undone: 2, leftCount: 0 })
  expect(living()).toBe(0)
  expect(await call('acts.stack')).toEqual({ undo: null, redo: { act, asJob: false } })
  expect(await call('acts.redo', { actId: act.id })).toMatchObject({ undone: 2, leftCount: 0 })
  expect(living()).toBe(2)
})

test('a long act is refused at once, and undone and redone as a job', async () => {
  const act = importMany()

  expect(await call('acts.stack')).toMatchObject({ undo: { asJob: true } })
  await expect(call('acts.undo', { actId: act.id })).rejects.toThrow('invalid-input')
  expect(await runJob('acts.undoAsJob', act.id)).toMatchObject({
    kind: 'undo',
    subject: 'cards.vcf',
    state: 'done',
    counts: { undone: 501, left: 0 },
  })
  expect(living()).toBe(0)
  expect(await call('acts.stack')).toMatchObject({ undo: null, redo: { act: { id: act.id }, asJob: true } })
  await expect(call('acts.redo', { actId: act.id })).rejects.toThrow('invalid-input')
  expect(await runJob('acts.redoAsJob', act.id)).toMatchObject({ kind: 'redo', state: 'done' })
  expect(living()).toBe(501)
  expect(await call('acts.stack')).toMatchObject({ undo: { act: { id: act.id } }, redo: null })
})

test('the same act is not taken back twice when its undo is under way', async () => {
  const act = importMany()
  const { jobId } = (await call('acts.undoAsJob', { actId: act.id })) as { jobId: string }

  await expect(call('acts.undoAsJob', { actId: act.id })).rejects.toThrow('job-running')
  await jobs.ended(jobId)
  expect(living()).toBe(0)
})

test('nothing is written when there is nothing to undo', async () => {
  const act = vault.apply(editAct, people(1))
  await call('acts.undo', { actId: act.id })
  const acts = vault.db.get('SELECT count(*) AS n FROM act')

  await expect(call('acts.undo', { actId: act.id })).rejects.toThrow('nothing-to-undo')
  await expect(call('acts.undo', { actId: idOf(1) })).rejects.toThrow('not-found')
  expect(vault.db.get('SELECT count(*) AS n FROM act')).toEqual(acts)
})
