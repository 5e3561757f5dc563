import { z } from 'zod'
import { query, task } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { FileToken } from '../app/app-state.ts'
import { CardReport, ImportSummary } from './vcard-import.ts'

export const importContract = {
  'imports.vcard': task('contacts.import', z.strictObject({ file: FileToken }), ImportSummary),
  'imports.list': query('contacts.import', z.strictObject({}), z.array(ImportSummary)),
  'imports.report': query(
    'contacts.import',
    z.strictObject({
      actId: Id,
      only: z.enum(['all', 'with-notes', 'skipped']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: z.int(), rows: z.array(CardReport) }),
  ),
} as const
