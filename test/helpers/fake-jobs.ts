import type { draftContract } from '../../shared/features/drafts/draft-contract.ts'
import type { importContract } from '../../shared/features/imports/import-contract.ts'
import type { ImportSummary } from '../../shared/features/imports/vcard-import.ts'
import type { Job } from '../../shared/features/jobs/job.ts'
import type { jobContract } from '../../shared/features/jobs/job-contract.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import { sampleContacts } from './fake-shop.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

interface Work {
  readonly kind: Job['kind']
  readonly subject: string
  readonly total: number
  /** Records when all is done. */
  readonly records: number
  readonly actId: string
  /** Called when all is done; its counts are the job's. */
  readonly finish: () => Readonly<Record<string, number>>
}

export interface FakeJobs {
  /** Runs in twenty steps of 200 ms, told of by `jobs.changed`. */
  readonly start: (work: Work) => { jobId: string }
  readonly handlers: FakeHandlers<
    ChannelsOf<typeof jobContract> | ChannelsOf<typeof importContract> | ChannelsOf<typeof draftContract>
  >
}

export function createFakeJobs(world: FakeWorld): FakeJobs {
  const jobs = new Map<string, Job>()
  const imports: ImportSummary[] = []
  const drafts = new Map<string, string>()
  const start = (work: Work): { jobId: string } => {
    const id = world.newId()
    const { kind, subject, total, actId } = work
    const startedAt = world.now().toISOString()
    jobs.set(id, {
      id,
      kind,
      subject,
      state: 'running',
      done: 0,
      total,
      records: 0,
      startedAt,
      actId,
      counts: {},
      failureCode: null,
    })
    const step = () => {
      const running = jobs.get(id)
      if (running === undefined || running.state === 'cancelled') return
      const done = Math.min(total, running.done + total / 20)
      const over = done >= total
      const counts = over ? { ...work.finish() } : {}
      const next: Job = {
        ...running,
        done,
        records: Math.round((done / total) * work.records),
        state: over ? 'done' : 'running',
        counts,
      }
      jobs.set(id, next)
      if (!over) setTimeout(step, 200)
      world.emit('jobs.changed', next)
    }
    setTimeout(step, 200)
    return { jobId: id }
  }
  const startImport = () => {
    const actId = world.newId()
    const subject = '示例通讯录.vcf'
    const finish = () => {
      const at = world.now().toISOString()
      imports.unshift({ actId, fileName: subject, at, imported: 118, withNotes: 6, skipped: 2, undone: false })
      return { imported: 118, skipped: 2 }
    }
    return start({ kind: 'vcard-import', subject, total: 1_000_000, records: 120, actId, finish })
  }
  return {
    start,
    handlers: {
      'jobs.list': () => [...jobs.values()],
      'jobs.cancel': ({ id }) => {
        const job = jobs.get(id)
        if (job === undefined) throw new AppError('not-found')
        const cancelled: Job = { ...job, state: 'cancelled' }
        jobs.set(id, cancelled)
        setTimeout(() => world.emit('jobs.changed', cancelled))
        return cancelled
      },
      'imports.vcard': startImport,
      'imports.list': () => imports,
      'imports.report': ({ only, offset, limit }) => {
        const rows = reportRows(world.now()).filter(
          row => only === 'all' || (only === 'skipped' ? row.outcome === 'skipped' : row.outcome === 'imported-with-notes'),
        )
        return { total: rows.length, rows: rows.slice(offset, offset + limit) }
      },
      'drafts.load': ({ key }) => ({ text: drafts.get(key) ?? null }),
      'drafts.save': ({ key, text }) => {
        drafts.set(key, text)
        return { key }
      },
      'drafts.discard': ({ key }) => {
        drafts.delete(key)
        return { key }
      },
      'drafts.list': () => [...drafts.keys()].map(key => ({ key })),
    },
  }
}

function reportRows(now: Date) {
  return sampleContacts(120, now).map((one, index) => ({
    n: index + 1,
    line: index * 9 + 1,
    outcome:
      index % 60 === 59 ? ('skipped' as const) : index % 20 === 7 ? ('imported-with-notes' as const) : ('imported' as const),
    name: one.name,
    contactId: index % 60 === 59 ? null : one.id,
    notes: index % 20 === 7 ? [{ note: 'photo-left-out' as const, field: 'PHOTO', count: 1 }] : [],
  }))
}
