import { z } from 'zod'
import { query } from '../../kernel/channel.ts'
import { StaffMember } from './staff.ts'

export const staffContract = {
  'staff.list': query('contacts.view', z.strictObject({}), z.array(StaffMember)),
} as const
