import { z } from 'zod'
import { appErrorCodes } from '../../kernel/app-error.ts'
import { Id, Instant } from '../../kernel/id.ts'

export const jobKinds = ['vcard-import', 'bulk', 'undo', 'redo', 'rollback'] as const

/** A slow piece of work. The answer of a task channel is `{ jobId }`; everything after comes as `jobs.changed`. */
export const Job = z.strictObject({
  id: Id,
  kind: z.enum(jobKinds),
  /** What it works on, e.g. the file's name. */
  subject: z.string(),
  state: z.enum(['running', 'cancelling', 'done', 'cancelled', 'failed']),
  done: z.number(),
  /** Null while the size is not known. Same unit as `done` (bytes for files, records else). */
  total: z.number().nullable(),
  /** Records handled so far. */
  records: z.int(),
  startedAt: Instant,
  /** The act it writes under; undoing that act undoes the job. */
  actId: Id.nullable(),
  /** Counts by name when it ended, e.g. `{ imported: 120, skipped: 2 }`. */
  counts: z.record(z.string(), z.int()),
  failureCode: z.enum(appErrorCodes).nullable(),
})
export type Job = z.infer<typeof Job>

export const JobStarted = z.strictObject({ jobId: Id })
export type JobStarted = z.infer<typeof JobStarted>
