import { actHandlers } from '../../electron/features/acts/act-handlers.ts'
import { draftHandlers } from '../../electron/features/drafts/draft-handlers.ts'
import { jobHandlers } from '../../electron/features/jobs/job-handlers.ts'
import type { Actor } from '../../electron/kernel/changes/change.ts'
import { newId } from '../../electron/kernel/clock.ts'
import { createVaultSession } from '../../electron/kernel/ipc/vault-session.ts'
import { actContract } from '../../shared/features/acts/act-contract.ts'
import { draftContract } from '../../shared/features/drafts/draft-contract.ts'
import { jobContract } from '../../shared/features/jobs/job-contract.ts'
import type { TestJobs } from './test-jobs.ts'
import type { TestVault } from './test-vault.ts'

/** Calls the channels of acts, jobs and drafts as the window does; answers the value, throws the failure's code. */
export function openSpineSession(vault: TestVault, { jobs }: TestJobs, actor: Actor = vault.actor) {
  const session = createVaultSession({
    channels: { ...actContract, ...jobContract, ...draftContract },
    handlers: { ...actHandlers, ...jobHandlers, ...draftHandlers },
    db: vault.db,
    spine: vault.spine,
    jobs,
    actor,
    now: vault.now,
    newId,
    filePath: () => '',
    logBug: (_channel, error) => String(error),
    afterCommit: () => undefined,
    onDiskFull: () => undefined,
  })
  return async (channel: string, input: unknown = {}): Promise<unknown> => {
    const result = await session.call(channel, input)
    if (result.ok) return result.value
    throw new Error(`${result.failure.code} ${result.failure.reference ?? ''}`.trim())
  }
}
