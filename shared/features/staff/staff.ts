import { z } from 'zod'
import { Id } from '../../kernel/id.ts'

/** Somebody who works in the shop, as lists and choices show her. */
export const StaffMember = z.strictObject({
  id: Id,
  name: z.string(),
  /** Living customers assigned to her. */
  customers: z.int(),
  isMe: z.boolean(),
})
export type StaffMember = z.infer<typeof StaffMember>
