import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { OptionKey, OptionList } from '../fields/field-option.ts'
import { TagName } from './contact.ts'

/** What is done to every customer of a target. Those who are so already stay as they are. */
export const BulkAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('tag'), add: z.array(TagName).max(50), remove: z.array(TagName).max(50) }),
  /** '' takes it away. */
  z.strictObject({ do: z.literal('set'), list: OptionList, key: OptionKey }),
  z.strictObject({ do: z.literal('assign'), staffId: Id.nullable() }),
  z.strictObject({ do: z.literal('trash') }),
])
export type BulkAction = z.infer<typeof BulkAction>

/** Of more customers than this a bulk action is a job. */
export const bulkAtOnceLimit = 500
