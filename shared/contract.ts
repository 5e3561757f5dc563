import { z } from 'zod'
import { actContract } from './features/acts/act-contract.ts'
import { appContract, appEvents } from './features/app/app-contract.ts'
import { contactContract } from './features/contacts/contact-contract.ts'
import { draftContract } from './features/drafts/draft-contract.ts'
import { fieldContract } from './features/fields/field-contract.ts'
import { importContract } from './features/imports/import-contract.ts'
import { Job, type JobStarted } from './features/jobs/job.ts'
import { jobContract } from './features/jobs/job-contract.ts'
import { staffContract } from './features/staff/staff-contract.ts'
import { vaultContract, vaultEvents } from './features/vault/vault-contract.ts'
import { viewContract } from './features/views/view-contract.ts'
import type { Channel, InputOf, OutputOf } from './kernel/channel.ts'

/** Answered by the main process, also while locked. */
export const mainContract = { ...vaultContract, ...appContract } as const

/** Answered by the vault worker, only while unlocked. */
export const vaultWorkerContract = {
  ...contactContract,
  ...actContract,
  ...jobContract,
  ...importContract,
  ...draftContract,
  ...fieldContract,
  ...viewContract,
  ...staffContract,
} as const

/** Every channel there is: the preload, main, the worker and the tests all read this list. */
export const contract = { ...mainContract, ...vaultWorkerContract } as const
export type ChannelName = keyof typeof contract

/** Every event there is, from main or the worker to the window. */
export const events = {
  ...vaultEvents,
  ...appEvents,
  'jobs.changed': Job,
  /** Stored records changed: lists and pages that show them ask again. */
  'records.changed': z.strictObject({ tables: z.array(z.string()), contactIds: z.array(z.string()).max(200) }),
} as const
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>

export type CallInput<N extends ChannelName> = InputOf<(typeof contract)[N]>
/** A task answers with its job's id; its result comes with `jobs.changed`. */
export type CallAnswer<N extends ChannelName> =
  (typeof contract)[N] extends Channel<'task'> ? JobStarted : OutputOf<(typeof contract)[N]>
