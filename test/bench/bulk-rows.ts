import { ContactId } from '../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../shared/features/contacts/contact-bulk.ts'
import type { BenchSession } from './bench-session.ts'
import type { BenchVault } from './bench-vault.ts'
import { type BenchRow, percentile, summary } from './measure.ts'
import { withWriteBench } from './write-bench.ts'

const actions = {
  'bulk a tag': { do: 'tag', add: ['双十一'], remove: [] },
  'bulk a level': { do: 'set', list: 'level', key: 'vip' },
  'bulk to the Trash': { do: 'trash' },
} as const satisfies Readonly<Record<string, BulkAction>>

const undone = (name: string): string => `${name}, undone`
export const bulkNames: readonly string[] = Object.keys(actions).flatMap(name => [name, undone(name)])

const perJob = 1000
const runs = 3

interface Run {
  readonly subject: number[]
  readonly limit: number[]
}

/** 1,000 customers at once as a job, from the call to its end, and taken back, beside the same statements bare. */
export async function bulkRows(vault: BenchVault, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = Object.entries(actions).filter(([name]) => isWanted(name) || isWanted(undone(name)))
  if (wanted.length === 0) return []
  return await withWriteBench(vault, 'bulk', async ({ session, record, ids }) => {
    const rows: BenchRow[] = []
    const count = Math.min(perJob, Math.floor(ids.length / runs))
    for (const [name, action] of wanted) {
      const done: Run = { subject: [], limit: [] }
      const back: Run = { subject: [], limit: [] }
      for (let run = 0; run < runs; run += 1) {
        const chosen = ids.slice(run * count, (run + 1) * count).map(id => ContactId.parse(id))
        const acts = { subject: '', recorded: '' }
        const act = async (side: keyof typeof acts, on: BenchSession): Promise<void> => {
          acts[side] = await runBulk(on, chosen, structuredClone<BulkAction>(action))
        }
        const bare = await record(on => act('recorded', on))
        await timeBoth(done, run, () => act('subject', session), bare)
        const bareBack = await record(on => undo(on, acts.recorded))
        await timeBoth(back, run, () => undo(session, acts.subject), bareBack)
      }
      rows.push(rowOf(name, vault, done), rowOf(undone(name), vault, back))
    }
    return rows
  })
}

/** Answers the act. */
async function runBulk(session: BenchSession, ids: readonly ContactId[], action: BulkAction): Promise<string> {
  const { jobId } = await session.call('contacts.bulkAsJob', { target: { by: 'ids', ids: [...ids] }, action })
  const { actId } = await session.jobEnd(jobId)
  if (actId === null) throw new Error('a bulk action writes under an act')
  return actId
}

async function undo(session: BenchSession, actId: string): Promise<void> {
  const { jobId } = await session.call('acts.undoAsJob', { actId })
  await session.jobEnd(jobId)
}

async function timeBoth(times: Run, run: number, subject: () => Promise<void>, limit: () => void): Promise<void> {
  const sides = { subject, limit }
  for (const side of run % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)) {
    const started = performance.now()
    await sides[side]()
    times[side].push(performance.now() - started)
  }
}

function rowOf(name: string, vault: BenchVault, { subject, limit }: Run): BenchRow {
  const ratios = subject.map((time, run) => time / (limit[run] ?? Number.NaN))
  return { name, customers: vault.customers, unit: 'ms', ...summary(subject, limit, percentile(ratios, 0.5)) }
}
