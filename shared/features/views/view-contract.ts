import { z } from 'zod'
import { command, query } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { ActSummary } from '../acts/act.ts'
import { SavedView, SavedViewDraft } from './saved-view.ts'

export const viewContract = {
  /** Mine and those shared, by name. */
  'views.list': query('contacts.view', z.strictObject({}), z.array(SavedView)),
  /** Throws not-found for a view of somebody else. */
  'views.save': command('vault.use', SavedViewDraft, z.strictObject({ id: Id, act: ActSummary.nullable() })),
  'views.remove': command('vault.use', z.strictObject({ id: Id }), z.strictObject({ act: ActSummary })),
} as const
