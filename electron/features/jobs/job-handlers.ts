import type { jobContract } from '../../../shared/features/jobs/job-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'

export const jobHandlers: HandlersFor<typeof jobContract> = {
  'jobs.list': ({ jobs }) => [...jobs()],
  'jobs.cancel': ({ cancelJob }, { id }) => cancelJob(id),
}
