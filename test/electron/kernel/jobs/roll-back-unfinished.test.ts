import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rollBackUnfinished } from '../../../../electron/kernel/jobs/roll-back-unfinished.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'
import { cardCount, editAct, idOf, importAct, insertCard, insertPerson, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { startTestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
  vault.apply(editAct, [insertPerson(idOf(1), 'mine'), insertCard(idOf(2), idOf(1))])
})
afterEach(() => vault.close())

/** Runs the program on the vault and kills it with -9 after so many batches. */
async function killAfter(task: 'import' | 'undo', batches: number): Promise<void> {
  const script = fileURLToPath(new URL('../../../helpers/threads/endless-import.ts', import.meta.url))
  vault.raw.close()
  const child = spawn(process.execPath, [script, vault.path, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<NodeJS.Signals | null>(resolve => child.once('exit', (_code, signal) => resolve(signal)))
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'batch') throw new Error(line)
    seen += 1
    if (seen === batches) child.kill('SIGKILL')
  }
  expect(await ended).toBe('SIGKILL')
  vault.reopen()
}

async function rollBack(): Promise<readonly Job[]> {
  const { jobs, ended } = startTestJobs(vault)
  rollBackUnfinished({ db: vault.db, spine: vault.spine, jobs })
  await Promise.all(jobs.list().map(job => ended(job.id)))
  return jobs.list()
}

test('nothing of an import is visible, but the log keeps its trace, when it was killed and the vault opened again', async () => {
  const before = livingRows(vault.db)
  await killAfter('import', 7)
  const [act] = vault.spine.unfinished()
  const rows = vault.spine.rowCount(act ?? '')

  const jobs = await rollBack()

  expect(jobs).toMatchObject([{ kind: 'rollback', subject: 'cards.vcf', state: 'done', counts: { undone: rows, left: 0 } }])
  expect(rows).toBeGreaterThanOrEqual(7 * 40)
  expect(livingRows(vault.db)).toEqual(before)
  expect(vault.spine.rowCount(act ?? '')).toBe(rows)
  expect(vault.db.get('SELECT state FROM act WHERE id = ?', act ?? '')).toEqual({ state: 'rolled-back' })
  expect(vault.spine.unfinished()).toEqual([])
  const kept = vault.db.all('SELECT * FROM _card_count')
  cardCount.rebuild(vault.db)
  expect(vault.db.all('SELECT * FROM _card_count')).toEqual(kept)
  expect(vault.raw.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('an act stands as before its undo when the undo was killed half way', async () => {
  const people = Array.from({ length: 5_000 }, (_, n) => insertPerson(idOf(1_000 + n)))
  const act = vault.apply(importAct, people)
  const before = livingRows(vault.db)
  await killAfter('undo', 3)

  await rollBack()

  expect(livingRows(vault.db)).toEqual(before)
  expect(vault.db.get('SELECT state, undone_by FROM act WHERE id = ?', act.id)).toEqual({ state: 'done', undone_by: null })
})

test('the act is taken back at the second try when the first rollback was cut short itself', async () => {
  const before = livingRows(vault.db)
  const act = vault.db.transaction(() => vault.spine.begin(importAct, vault.actor))
  const people = Array.from({ length: 300 }, (_, n) => insertPerson(idOf(1_000 + n)))
  vault.db.transaction(() => vault.spine.write(act, people))
  const first = vault.db.transaction(() => vault.spine.begin({ ...importAct, kind: 'undo', undoes: act }, vault.actor))
  const [batch] = vault.spine.inverseBatches(act)
  vault.db.transaction(() => vault.spine.write(first, batch?.changes ?? []))
  vault.reopen()

  await rollBack()

  expect(livingRows(vault.db)).toEqual(before)
  expect(vault.spine.unfinished()).toEqual([])
})

test('starts nothing when everything came to its end', async () => {
  expect(await rollBack()).toEqual([])
})
