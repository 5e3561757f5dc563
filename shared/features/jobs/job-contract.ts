import { z } from 'zod'
import { command, query } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { Job } from './job.ts'

export const jobContract = {
  'jobs.list': query('vault.use', z.strictObject({}), z.array(Job)),
  /** Stops it and takes back what it wrote; the job ends as `cancelled`. */
  'jobs.cancel': command('vault.use', z.strictObject({ id: Id }), Job),
} as const
