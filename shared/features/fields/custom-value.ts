import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import type { CustomFieldType } from './custom-field.ts'

/**
 * What one customer holds in one own field, as stored text: text and phone as typed, a number in decimal notation
 * with a point, a date as YYYY-MM-DD, the id of a choice, a JSON array of ids for several, `yes` or `no`.
 */
export const CustomValue = z.strictObject({ fieldId: Id, value: z.string().min(1).max(4000) })
export type CustomValue = z.infer<typeof CustomValue>

/** As an answer carries it: `isPersonal` tells the mask what to hide. */
export const ShownCustomValue = CustomValue.extend({ isPersonal: z.boolean() }).meta({ mask: 'custom' })
export type ShownCustomValue = z.infer<typeof ShownCustomValue>

/** The ids of a stored value of several; none for what is no list of texts. */
export function parseSeveral(value: string): readonly string[] {
  try {
    const parsed = z.array(z.string()).safeParse(JSON.parse(value))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Stored text of several choices; '' of none. */
export function severalText(ids: readonly string[]): string {
  return ids.length === 0 ? '' : JSON.stringify(ids)
}

/** The number a stored value stands for, for sorting and comparing; null for other types and for what is no number. */
export function customNumber(type: CustomFieldType, value: string): number | null {
  if (type !== 'number' || !/^-?\d{1,15}(?:\.\d{1,10})?$/.test(value)) return null
  return Number(value)
}

/** Whether a text may be stored in a field of this type; choices are checked against the field by the caller. */
export function isCustomValue(type: CustomFieldType, value: string): boolean {
  switch (type) {
    case 'text':
      return value.length <= 2000
    case 'phone':
      return value.length <= 60
    case 'number':
      return customNumber(type, value) !== null
    case 'date':
      return z.iso.date().safeParse(value).success
    case 'choice':
      return value !== ''
    case 'several':
      return parseSeveral(value).length > 0
    case 'yes-no':
      return value === 'yes' || value === 'no'
  }
}
