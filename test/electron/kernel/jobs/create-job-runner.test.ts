import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inverseSource } from '../../../../electron/kernel/jobs/inverse-source.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { change, editAct, idOf, importAct, insertPerson, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { importJob, startTestJobs, testSource } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
})
afterEach(() => vault.close())

const people = (count: number) => Array.from({ length: count }, (_, n) => [insertPerson(idOf(n + 1))])
const livingPeople = (): unknown => vault.db.get('SELECT count(*) AS n FROM person WHERE deleted_ts IS NULL')

describe('a job', () => {
  test('writes every batch under one act, tells its progress and ends with its counts', async () => {
    const { jobs, events, ended } = startTestJobs(vault)
    const source = testSource({ changes: people(5) })

    const { jobId } = jobs.start(importJob(() => source))
    const job = await ended(jobId)

    expect(job).toMatchObject({ state: 'done', done: 5, total: 5, records: 5, counts: { imported: 5 }, failureCode: null })
    expect(vault.db.get('SELECT state, count FROM act WHERE id = ?', job.actId)).toEqual({ state: 'done', count: 5 })
    expect(source.stops()).toBe(1)
    const told = events.filter(event => event.name === 'jobs.changed').map(event => event.payload)
    expect(told.at(0)).toMatchObject({ id: jobId, state: 'running', actId: null })
    expect(told.at(-1)).toEqual(job)
    const records = events.filter(event => event.name === 'records.changed').map(event => event.payload)
    expect(records).toEqual([{ tables: ['person'], contactIds: [1, 2, 3, 4, 5].map(idOf) }])
  })

  test('names no customers when it changed more than an event may name', async () => {
    const { jobs, events, ended } = startTestJobs(vault)
    const changes = Array.from({ length: 201 }, (_, n) => insertPerson(idOf(n + 1)))

    await ended(jobs.start(importJob(() => testSource({ changes: [changes] }))).jobId)

    expect(events.find(event => event.name === 'records.changed')?.payload).toEqual({ tables: ['person'], contactIds: [] })
  })

  test('can be undone afterwards by its act', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const job = await ended(jobs.start(importJob(() => testSource({ changes: people(3) }))).jobId)

    vault.db.transaction(() => vault.spine.undo(job.actId ?? '', vault.actor))

    expect(livingPeople()).toEqual({ n: 0 })
  })

  test('lets a person save between two batches', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const saved: unknown[] = []
    const save = (): void => {
      vault.apply(editAct, [insertPerson(idOf(900 + saved.length))])
      saved.push(livingPeople())
      if (saved.length < 3) setImmediate(save)
    }

    const { jobId } = jobs.start(importJob(() => testSource({ changes: people(30) })))
    setImmediate(save)
    await ended(jobId)

    expect(saved).toHaveLength(3)
    expect(saved).not.toContainEqual({ n: 33 })
    expect(livingPeople()).toEqual({ n: 33 })
  })

  test('does the housekeeping between batches, outside a transaction, and once at the end', async () => {
    const calls: boolean[] = []
    const { jobs, ended } = startTestJobs(vault, [{ everyBatches: 2, run: () => void calls.push(vault.db.inTransaction) }])

    await ended(jobs.start(importJob(() => testSource({ changes: people(5) }))).jobId)

    expect(calls).toEqual([false, false, false])
  })

  test('writes a long batch of a file in several transactions, its local rows with the last', async () => {
    const seen: unknown[] = []
    const look = (): void =>
      void seen.push(vault.db.get('SELECT (SELECT count(*) FROM person) AS n, (SELECT count(*) FROM _draft) AS d'))
    const { jobs, ended } = startTestJobs(vault, [{ everyBatches: 1, run: look }])
    const changes = Array.from({ length: 1_000 }, (_, n) => ({ ...insertPerson(idOf(n + 1)), source: { file: 'x', row: n } }))
    const row = { sql: "INSERT INTO _draft (staff, key, text, saved_at) VALUES ('a', 'k', 't', '')", params: [] }
    const source = testSource({ changes: [changes] })
    async function* withRows() {
      for await (const batch of source.batches) yield { ...batch, localRows: [row] }
    }

    await ended(jobs.start(importJob(() => ({ ...source, batches: withRows() }))).jobId)

    expect(seen.at(0)).toEqual({ n: 100, d: 0 })
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toEqual({ n: 1_000, d: 1 })
  })

  test('writes local rows in the transaction of their batch', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const row = { sql: "INSERT INTO _draft (staff, key, text, saved_at) VALUES (?, 'k', 't', '')", params: ['a'] }
    const source = testSource({ changes: people(2) })
    async function* withRows() {
      for await (const batch of source.batches) yield { ...batch, localRows: [row] }
    }

    const job = await ended(jobs.start(importJob(() => ({ ...source, batches: withRows() }))).jobId)

    expect(job).toMatchObject({ state: 'failed', failureCode: 'internal', counts: {} })
    expect(vault.db.all('SELECT key FROM _draft')).toEqual([{ key: 'k' }])
    expect(vault.db.get('SELECT count(*) AS n FROM person')).toEqual({ n: 1 })
  })
})

describe('cancel', () => {
  test('takes back what was written, says so step by step and keeps the trace', async () => {
    const { jobs, events, ended } = startTestJobs(vault)
    const source = testSource({ changes: people(6), before: n => void (n === 3 && jobs.cancel(jobId)) })
    const { jobId } = jobs.start(importJob(() => source))

    const job = await ended(jobId)

    expect(job).toMatchObject({ state: 'cancelled', failureCode: null })
    expect(livingRows(vault.db)).toEqual([[], [], []])
    const states = events.filter(event => event.name === 'jobs.changed').map(event => (event.payload as { state: string }).state)
    expect([...new Set(states)]).toEqual(['running', 'cancelling', 'cancelled'])
    expect(vault.db.get('SELECT state FROM act WHERE id = ?', job.actId)).toEqual({ state: 'rolled-back' })
    expect(vault.spine.rowCount(job.actId ?? '')).toBe(3)
    expect(vault.db.all('SELECT act FROM _undo')).toEqual([])
  })

  test('leaves the customer that somebody changed meanwhile, and counts it', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const before = (n: number): void => {
      if (n !== 3) return
      vault.apply(editAct, [change('person', idOf(2), 'update', { name: 'kept' })])
      jobs.cancel(jobId)
    }
    const { jobId } = jobs.start(importJob(() => testSource({ changes: people(6), before })))

    const job = await ended(jobId)

    expect(job).toMatchObject({ state: 'cancelled', counts: { left: 1 } })
    expect(vault.db.all('SELECT name FROM person WHERE deleted_ts IS NULL')).toEqual([{ name: 'kept' }])
  })

  test('ends at once when nothing was begun yet', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const { jobId } = jobs.start(importJob(() => testSource({ changes: people(2) })))

    jobs.cancel(jobId)

    expect(await ended(jobId)).toMatchObject({ state: 'cancelled', actId: null })
    expect(vault.db.get("SELECT count(*) AS n FROM act WHERE kind = 'import'")).toEqual({ n: 0 })
  })

  test('changes nothing when the job is over, and is not-found for another id', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const { jobId } = jobs.start(importJob(() => testSource({ changes: people(1) })))
    await ended(jobId)

    expect(jobs.cancel(jobId).state).toBe('done')
    expect(() => jobs.cancel(idOf(1))).toThrow('not-found')
  })

  test('brings an act back when its undo is cancelled half way', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const act = vault.apply(
      importAct,
      Array.from({ length: 250 }, (_, n) => insertPerson(idOf(n + 1))),
    )
    const start = { kind: 'undo', name: act.name, subject: '', undoes: act.id } as const
    const open = () => {
      const source = inverseSource(vault.spine, act.id)
      async function* batches() {
        for await (const batch of source.batches) {
          if (batch.done > 100) jobs.cancel(jobId)
          yield batch
        }
      }
      return { ...source, batches: batches() }
    }
    const { jobId } = jobs.start({ kind: 'undo', subject: '', act: start, open })

    expect(await ended(jobId)).toMatchObject({ state: 'cancelled' })
    expect(livingPeople()).toEqual({ n: 250 })
    expect(vault.db.get('SELECT state, undone_by FROM act WHERE id = ?', act.id)).toEqual({ state: 'done', undone_by: null })
  })
})

describe('failure', () => {
  test.each([
    [new AppError('file-unreadable'), 'file-unreadable', 0],
    [new Error('bug'), 'internal', 1],
  ])('takes back what was written and gives the code when the source throws %s', async (error, failureCode, bugCount) => {
    const { jobs, bugs, ended } = startTestJobs(vault)
    const before = (n: number): void => {
      if (n === 2) throw error
    }

    const job = await ended(jobs.start(importJob(() => testSource({ changes: people(4), before }))).jobId)

    expect(job).toMatchObject({ state: 'failed', failureCode })
    expect(livingRows(vault.db)).toEqual([[], [], []])
    expect(bugs).toHaveLength(bugCount)
  })

  test('of a full disk gives room before it takes back, and says so when even that cannot be written', async () => {
    const { jobs, fullDisks, ended } = startTestJobs(vault)
    const before = (n: number): void => {
      if (n !== 2) return
      const begin = (): never => {
        throw new AppError('disk-full')
      }
      Object.assign(vault.spine, { begin })
      throw new AppError('disk-full')
    }

    const job = await ended(jobs.start(importJob(() => testSource({ changes: people(4), before }))).jobId)

    expect(job).toMatchObject({ state: 'failed', failureCode: 'disk-full', counts: { unfinished: 1 } })
    expect(fullDisks()).toBeGreaterThan(0)
    expect(vault.spine.unfinished()).toEqual([job.actId])
  })

  test('takes back earlier batches when a change is refused', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const source = testSource({ changes: [[insertPerson(idOf(1))], [insertPerson(idOf(1))]] })

    expect(await ended(jobs.start(importJob(() => source)).jobId)).toMatchObject({ state: 'failed', failureCode: 'conflict' })
    expect(livingPeople()).toEqual({ n: 0 })
  })

  test('is told when the source cannot even be opened', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const open = (): never => {
      throw new AppError('file-missing')
    }

    expect(await ended(jobs.start(importJob(open)).jobId)).toMatchObject({ state: 'failed', failureCode: 'file-missing' })
    expect(vault.spine.unfinished()).toEqual([])
  })
})

describe('several jobs', () => {
  test('a second one is refused while the first runs, and taken afterwards', async () => {
    const { jobs, ended } = startTestJobs(vault)
    const first = jobs.start(importJob(() => testSource({ changes: people(2) })))

    expect(() => jobs.start(importJob(() => testSource({ changes: [] })))).toThrow('job-running')
    await ended(first.jobId)
    const second = jobs.start(importJob(() => testSource({ changes: [[insertPerson(idOf(50))]] })))

    expect(await ended(second.jobId)).toMatchObject({ state: 'done' })
    expect(jobs.list().map(job => job.id)).toEqual([first.jobId, second.jobId])
  })
})

describe('close', () => {
  test('stops the source, leaves the act open and takes no new job', async () => {
    const { jobs } = startTestJobs(vault)
    const reached = Promise.withResolvers<void>()
    const before = (n: number): void => {
      if (n === 2) reached.resolve()
    }
    const source = testSource({ changes: people(50), before })
    jobs.start(importJob(() => source))
    await reached.promise

    await jobs.close()

    expect(source.stops()).toBeGreaterThan(0)
    expect(vault.spine.unfinished()).toHaveLength(1)
    expect(() => jobs.start(importJob(() => source))).toThrow('vault-stopped')
  })
})
