import { z } from 'zod'
import { Id } from '../../kernel/id.ts'

export const customFieldTypes = ['text', 'number', 'date', 'choice', 'several', 'yes-no', 'phone'] as const
export const CustomFieldType = z.enum(customFieldTypes)
export type CustomFieldType = z.infer<typeof CustomFieldType>

/** One word of a choice; customers hold its id, so that renaming it renames it everywhere. */
export const CustomChoice = z.strictObject({
  id: z.string().regex(/^[0-9a-z-]{1,36}$/),
  name: z.string().trim().min(1).max(100),
  hidden: z.boolean(),
})
export type CustomChoice = z.infer<typeof CustomChoice>

const definition = {
  name: z.string().trim().min(1).max(60),
  /** Fixed once the field is made. */
  type: CustomFieldType,
  /** Of `choice` and `several`, in order; empty for the others. */
  choices: z.array(CustomChoice).max(200),
  required: z.boolean(),
  /** Personal information: masked for roles that may not see masked values. */
  personal: z.boolean(),
  /** Sensitive personal information (PIPL art. 28): personal, and says why the shop needs it. */
  sensitive: z.boolean(),
  sensitiveReason: z.string().trim().max(300),
  inList: z.boolean(),
  /** Put away: neither offered nor shown; what customers hold stays. */
  hidden: z.boolean(),
}

/** As the settings send it; `id` null for a new field. A sensitive field without a reason is refused. */
export const CustomFieldDraft = z
  .strictObject({ id: Id.nullable(), ...definition })
  .refine(field => !field.sensitive || (field.personal && field.sensitiveReason !== ''), {
    path: ['sensitiveReason'],
    message: 'a sensitive field says why it is needed',
  })
  .refine(field => field.choices.length === 0 || field.type === 'choice' || field.type === 'several', { path: ['choices'] })
export type CustomFieldDraft = z.infer<typeof CustomFieldDraft>

export const CustomField = z.strictObject({
  id: Id,
  ...definition,
  position: z.int(),
  /** Living customers that have a value. */
  used: z.int(),
})
export type CustomField = z.infer<typeof CustomField>
