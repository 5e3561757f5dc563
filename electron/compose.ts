import { contactDerived } from './features/contacts/contact-derived.ts'
import { contactHandlers } from './features/contacts/contact-handlers.ts'
import { contactTables } from './features/contacts/contact-tables.ts'
import type { DerivedTable, SyncedTable } from './kernel/changes/synced-table.ts'

/** The only file that knows every slice of the vault worker. */
export const syncedTables: readonly SyncedTable[] = [...contactTables]
export const derivedTables: readonly DerivedTable[] = [contactDerived]

/** Answers to the calls that the vault worker takes while it is unlocked, slice by slice. */
export const vaultHandlers = { ...contactHandlers } as const
