import type { Migration } from '../migration.ts'
import { spineMigration } from './0001-spine.ts'
import { contactsMigration } from './0002-contacts.ts'
import { importsMigration } from './0003-imports.ts'
import { findAnyoneMigration } from './0004-find-anyone.ts'

/** Every step, in order. A new one is a file beside this and one line here. */
export const migrations: readonly Migration[] = [spineMigration, contactsMigration, importsMigration, findAnyoneMigration]
