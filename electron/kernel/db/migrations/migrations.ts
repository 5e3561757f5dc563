import type { Migration } from '../migration.ts'

/** Every step, in order. A new one is a file beside this and one line here. */
export const migrations: readonly Migration[] = []
