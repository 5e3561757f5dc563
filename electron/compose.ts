import { vaultWorkerContract } from '../shared/contract.ts'
import { actHandlers } from './features/acts/act-handlers.ts'
import { contactDerived } from './features/contacts/contact-derived.ts'
import { contactHandlers } from './features/contacts/contact-handlers.ts'
import { photoUse } from './features/contacts/contact-photo.ts'
import { contactTables } from './features/contacts/contact-tables.ts'
import { draftHandlers } from './features/drafts/draft-handlers.ts'
import { fieldCounts } from './features/fields/field-counts.ts'
import { fieldHandlers } from './features/fields/field-handlers.ts'
import { fieldTables } from './features/fields/field-tables.ts'
import { importHandlers } from './features/imports/import-handlers.ts'
import { jobHandlers } from './features/jobs/job-handlers.ts'
import { staffHandlers } from './features/staff/staff-handlers.ts'
import { viewHandlers } from './features/views/view-handlers.ts'
import { viewTables } from './features/views/view-tables.ts'
import { sweepBlobs } from './kernel/blobs/sweep-blobs.ts'
import type { DerivedTable, SyncedTable } from './kernel/changes/synced-table.ts'
import type { VaultSlices } from './kernel/host/vault-service.ts'
import type { HandlersFor } from './kernel/ipc/handlers.ts'
import { mergeIndex } from './kernel/search/search-index.ts'

/** The only file that knows every slice of the vault worker. */
export const syncedTables: readonly SyncedTable[] = [...contactTables, ...fieldTables, ...viewTables]
export const derivedTables: readonly DerivedTable[] = [contactDerived, fieldCounts]

/** Answers to the calls that the vault worker takes while it is unlocked: complete by type. */
export const vaultHandlers: HandlersFor<typeof vaultWorkerContract> = {
  ...contactHandlers,
  ...actHandlers,
  ...jobHandlers,
  ...importHandlers,
  ...draftHandlers,
  ...fieldHandlers,
  ...viewHandlers,
  ...staffHandlers,
}

/** Pages of the search index merged after every few batches of a job, so that no save waits for a lot of it. */
const mergePages = 64

export const vaultSlices: VaultSlices = {
  channels: vaultWorkerContract,
  handlers: vaultHandlers,
  tables: syncedTables,
  derived: derivedTables,
  derivedVersion: 3,
  housekeeping: vault => [{ everyBatches: 4, run: () => mergeIndex(vault.writer, mergePages) }],
  clearUp: (db, now) => void sweepBlobs(db, photoUse, now.getTime()),
}
