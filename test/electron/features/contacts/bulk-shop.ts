import { actHandlers } from '../../../../electron/features/acts/act-handlers.ts'
import { createChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import { contactHandlers } from '../../../../electron/features/contacts/contact-handlers.ts'
import { contactTables } from '../../../../electron/features/contacts/contact-tables.ts'
import { fieldTables } from '../../../../electron/features/fields/field-tables.ts'
import { jobHandlers } from '../../../../electron/features/jobs/job-handlers.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import { createVaultSession } from '../../../../electron/kernel/ipc/vault-session.ts'
import { actContract } from '../../../../shared/features/acts/act-contract.ts'
import type { ContactDraft, ContactId } from '../../../../shared/features/contacts/contact.ts'
import { ContactId as AnyContactId } from '../../../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../../../shared/features/contacts/contact-bulk.ts'
import { contactContract } from '../../../../shared/features/contacts/contact-contract.ts'
import type { ContactTarget } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'
import { jobContract } from '../../../../shared/features/jobs/job-contract.ts'
import type { Channel, InputOf, OutputOf } from '../../../../shared/kernel/channel.ts'
import { startTestJobs, type TestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'
import { aDraft } from './contacts-vault.ts'

const channels = { ...contactContract, ...actContract, ...jobContract } as const
type Contract = typeof channels
type Answer<C extends Channel> = C extends Channel<'task'> ? { readonly jobId: string } : OutputOf<C>

/** A vault with customers and jobs, asked as the window asks. Throws the failure's code. */
export interface BulkShop {
  readonly vault: TestVault
  readonly jobs: TestJobs
  readonly call: <N extends keyof Contract>(name: N, input: InputOf<Contract[N]>) => Promise<Answer<Contract[N]>>
  /** Runs the action as a job to its end. */
  readonly bulk: (target: ContactTarget, action: BulkAction) => Promise<Job>
  /** As a job; answers it when it has ended. */
  readonly undo: (actId: string | null) => Promise<Job>
  readonly redo: (actId: string | null) => Promise<Job>
  /** Closes the file in the middle of whatever is going on, and opens it again; unfinished acts are there to be taken back. */
  readonly crash: () => BulkShop
}

export const everybody: ContactTarget = { by: 'query', search: '', filter: null, except: [] }
export const ids = (...list: readonly ContactId[]): ContactTarget => ({ by: 'ids', ids: [...list] })

export function openBulkShop(): BulkShop {
  return shopOf(openTestVault({ tables: [...contactTables, ...fieldTables], derived: [contactDerived] }))
}

function shopOf(vault: TestVault): BulkShop {
  const jobs = startTestJobs(vault)
  const session = createVaultSession({
    channels,
    handlers: { ...contactHandlers, ...actHandlers, ...jobHandlers },
    db: vault.db,
    spine: vault.spine,
    jobs: jobs.jobs,
    actor: vault.actor,
    now: vault.now,
    newId,
    filePath: () => '',
    logBug: (_channel, error) => {
      jobs.bugs.push(error)
      return 'bug'
    },
    afterCommit: () => undefined,
    onDiskFull: () => undefined,
  })
  const call = async <N extends keyof Contract>(name: N, input: InputOf<Contract[N]>): Promise<Answer<Contract[N]>> => {
    const result = await session.call(name, input)
    if (!result.ok) throw new Error([result.failure.code, result.failure.field].filter(Boolean).join(' '))
    return result.value as Answer<Contract[N]> // the dispatcher parsed it
  }
  return {
    vault,
    jobs,
    call,
    bulk: async (target, action) => jobs.ended((await call('contacts.bulkAsJob', { target, action })).jobId),
    undo: async actId => jobs.ended((await call('acts.undoAsJob', { actId: actId ?? '' })).jobId),
    redo: async actId => jobs.ended((await call('acts.redoAsJob', { actId: actId ?? '' })).jobId),
    crash: () => {
      vault.reopen()
      return shopOf(vault)
    },
  }
}

/** Customers made in one act; `fields` of the nth. */
export function fillShop(
  { vault }: BulkShop,
  count: number,
  fields: (n: number) => Partial<ContactDraft> = () => ({}),
): ContactId[] {
  const made = Array.from({ length: count }, () => AnyContactId.parse(newId()))
  const createdAt = vault.wall.toISOString()
  const changes = made.flatMap((id, n) => createChanges(aDraft({ name: `客户${n}`, ...fields(n) }), { id, createdAt, newId }))
  vault.apply({ kind: 'import', name: 'vcard-import', subject: '' }, changes)
  vault.wall = new Date(vault.wall.getTime() + 60_000)
  return made
}

/** Every living row of customers and their tags, and the lines of the list without the time of the last change. */
export function livingRows({ vault }: BulkShop): unknown {
  const tables = contactTables.filter(table => table.name !== 'tag')
  return {
    rows: tables.map(table =>
      vault.db.all(`SELECT ${['id', ...table.columns].join(', ')} FROM ${table.name} WHERE deleted_ts IS NULL ORDER BY id`),
    ),
    lines: vault.db
      .all<{ doc: number; last: number }>('SELECT * FROM _contact_line ORDER BY id')
      .map(({ doc: _doc, last: _last, ...line }) => line),
    trash: vault.db.all('SELECT id FROM _contact_trash ORDER BY id'),
    tags: vault.db.all('SELECT name, n FROM _tag_count WHERE n <> 0 ORDER BY name'),
    count: vault.db.get('SELECT n FROM _contact_count'),
  }
}
