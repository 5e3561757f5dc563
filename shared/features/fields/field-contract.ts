import { z } from 'zod'
import { command, query } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { ActSummary } from '../acts/act.ts'
import { CustomField, CustomFieldDraft } from './custom-field.ts'
import { FieldOption, FieldOptionDraft, OptionList } from './field-option.ts'

const Nothing = z.strictObject({})

export const fieldContract = {
  /** Own fields in their order, hidden ones too. */
  'fields.list': query('contacts.view', Nothing, z.array(CustomField)),
  'fields.save': command('fields.manage', CustomFieldDraft, z.strictObject({ id: Id, act: ActSummary.nullable() })),
  /** Deletes the field; customers' values come back with an undo. */
  'fields.remove': command('fields.manage', z.strictObject({ id: Id }), z.strictObject({ act: ActSummary })),
  /** The whole order of the fields. */
  'fields.arrange': command(
    'fields.manage',
    z.strictObject({ ids: z.array(Id).max(200) }),
    z.strictObject({ act: ActSummary.nullable() }),
  ),
  /** Words of all lists, in order, hidden ones too. */
  'fields.options': query('contacts.view', Nothing, z.array(FieldOption)),
  /** The whole of one list in its new order; a word that is missing becomes hidden. */
  'fields.saveOptions': command(
    'fields.manage',
    z.strictObject({ list: OptionList, options: z.array(FieldOptionDraft).min(1).max(100) }),
    z.strictObject({ act: ActSummary.nullable() }),
  ),
} as const
